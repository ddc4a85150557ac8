import type { UnLanguage } from '../core/model'
import ar from '../messages/ar.json'
import en from '../messages/en.json'
import es from '../messages/es.json'
import fr from '../messages/fr.json'
import ru from '../messages/ru.json'
import zh from '../messages/zh.json'

/** All words of the interface in one language, as ICU messages in a tree of keys; English gives the keys. */
export type Messages = typeof en

/** The messages of a locale, for use outside React too (the command line, exports). */
export function loadMessages(locale: UnLanguage): Messages {
  const all: Readonly<Record<UnLanguage, Messages>> = { ar, en, es, fr, ru, zh }
  return all[locale]
}
