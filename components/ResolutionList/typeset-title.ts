/** A title as the list prints it: between letters the typewriter's apostrophe becomes the printed one (U+2019). Nothing else changes. */
export function typesetTitle(title: string): string {
  return title.replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
}
