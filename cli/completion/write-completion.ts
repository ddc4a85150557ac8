import type { CommandInfo } from '../read-commands'
import { wordsOf, type Completable, type CompletionWords } from './words-of'

/** The shells that are known. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const

/** One of them. */
export type Shell = (typeof SHELLS)[number]

/**
 * The completion script of a shell: commands, options, the choices of both, and files and folders where they are meant. All words are in the script, so that nothing has to be started while somebody types; it is as new as
 * the program that printed it.
 */
export function writeCompletion(program: CommandInfo, shell: Shell): string {
  const words = wordsOf(program)
  switch (shell) {
    case 'bash':
      return bashScript(words)
    case 'zsh':
      return zshScript(words)
    case 'fish':
      return fishScript(words)
  }
}

/** A word or sentence that bash and zsh take as it is. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

function namesOf({ options }: CompletionWords['places'][number]): readonly string[] {
  return options.flatMap(({ names }) => names)
}

function patterns(texts: readonly string[]): string {
  return texts.length === 0 ? "' '" : texts.map(quote).join('|')
}

/** The way through what was typed, in bash and zsh alike: `place` is the command, `value` is set where an option waits for one. */
function walk(words: CompletionWords, list: string, first: number, end: string): string {
  return `  for ((i = ${first}; i < ${end}; i++)); do
    word=\${${list}[i]}
    if [[ $word == '=' ]]; then continue; fi
    if [[ -n $value ]]; then value=''; continue; fi
    case "$place $word" in
      ${patterns(words.values.map(({ at }) => at))}) value=1; continue ;;
    esac
    case "$place/$word" in
      ${patterns(words.steps)}) place="\${place:+$place }$word" ;;
    esac
  done
`
}

function bashScript(words: CompletionWords): string {
  const reply = ({ choices, kind }: Completable): string => {
    if (choices.length > 0) return `_concordance_words ${quote(choices.join(' '))}`
    return kind === 'other' ? ':' : `_concordance_files ${kind === 'folder' ? '-d' : '-f'}`
  }
  return `# Completion of concordance for bash, printed by: concordance completion bash

_concordance_words() {
  COMPREPLY=($(compgen -W "$1" -- "$cur"))
}

_concordance_files() {
  local IFS=$'\\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen "$1" -- "$cur"))
}

_concordance() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} place='' value='' word i
  COMPREPLY=()
${walk(words, 'COMP_WORDS', 1, 'COMP_CWORD')}
  # An equals sign stands as a word of its own.
  if [[ $cur == '=' ]]; then cur=''
  elif [[ $prev == '=' ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  case "$place $prev" in
${words.values.map((value) => `    ${quote(value.at)}) ${reply(value)}; return ;;`).join('\n')}
  esac
  if [[ $cur == -* ]]; then
    case "$place" in
${words.places.map((one) => `      ${quote(one.place)}) _concordance_words ${quote(namesOf(one).join(' '))} ;;`).join('\n')}
    esac
    return
  fi
  case "$place" in
${words.places
  .map(({ place, commands, argument }) => {
    const below = commands.map(({ name }) => name)
    const act =
      below.length > 0
        ? `_concordance_words ${quote(below.join(' '))}`
        : argument === null
          ? ':'
          : reply(argument)
    return `    ${quote(place)}) ${act} ;;`
  })
  .join('\n')}
  esac
}

complete -F _concordance concordance
`
}

function zshScript(words: CompletionWords): string {
  const reply = ({ choices, kind }: Completable): string => {
    if (choices.length > 0) return `compadd -- ${choices.map(quote).join(' ')}`
    return kind === 'other' ? '_message value' : kind === 'folder' ? '_files -/' : '_files'
  }
  const described = (name: string, description: string) =>
    quote(`${name.replaceAll(':', '\\:')}:${description}`)
  return `#compdef concordance
# Completion of concordance for zsh, printed by: concordance completion zsh

_concordance() {
  local cur=\${words[CURRENT]} prev=\${words[CURRENT-1]} place='' value='' word i
  local -a known
${walk(words, 'words', 2, 'CURRENT')}
  if [[ $cur == --*=* ]]; then
    prev=\${cur%%=*}
    compset -P '*='
  fi
  case "$place $prev" in
${words.values.map((value) => `    ${quote(value.at)}) ${reply(value)}; return ;;`).join('\n')}
  esac
  if [[ $cur == -* ]]; then
    case "$place" in
${words.places
  .map(({ place, options }) => {
    const list = options.flatMap(({ names, description }) =>
      names.map((name) => described(name, description)),
    )
    return `      ${quote(place)}) known=(${list.join(' ')}) ;;`
  })
  .join('\n')}
    esac
    _describe -o option known
    return
  fi
  case "$place" in
${words.places
  .map(({ place, commands, argument }) => {
    const list = commands.map(({ name, description }) => described(name, description))
    const act =
      list.length > 0
        ? `known=(${list.join(' ')}); _describe command known`
        : argument === null
          ? '_message "nothing more"'
          : reply(argument)
    return `    ${quote(place)}) ${act} ;;`
  })
  .join('\n')}
  esac
}

# In a file of its own the script is the function; where it is evaluated it has to say what it is for.
if [[ $funcstack[1] == _concordance ]]; then _concordance "$@"; else compdef _concordance concordance; fi
`
}

function fishScript(words: CompletionWords): string {
  const fish = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
  const lines = words.places.flatMap(({ place, commands, options, argument }) => {
    const at = `complete -c concordance -n ${fish(`__concordance_at ${fish(place)}`)}`
    const taken = ({ choices, kind }: Completable, required: boolean): string => {
      if (choices.length > 0) return `${required ? ' -x' : ''} -a ${fish(choices.join(' '))}`
      if (kind === 'folder') return `${required ? ' -x' : ''} -a '(__fish_complete_directories)'`
      if (kind === 'file') return required ? ' -r -F' : ' -F'
      return required ? ' -x' : ''
    }
    return [
      ...commands.map(({ name, description }) => `${at} -a ${fish(name)} -d ${fish(description)}`),
      ...(argument === null || commands.length > 0 ? [] : [at + taken(argument, false)]),
      ...options.map(({ names, value, description }) => {
        const named = names.map((name) =>
          name.startsWith('--') ? ` -l ${name.slice(2)}` : ` -s ${name.slice(1)}`,
        )
        return `${at}${named.join('')}${value === null ? '' : taken(value, true)} -d ${fish(description)}`
      }),
    ]
  })
  return `# Completion of concordance for fish, printed by: concordance completion fish

function __concordance_at
    set -l place ''
    set -l value ''
    for word in (commandline -opc)[2..-1]
        if test -n "$value"
            set value ''
            continue
        end
        switch "$place $word"
            case ${words.values.map(({ at }) => fish(at)).join(' ')}
                set value 1
                continue
        end
        switch "$place/$word"
            case ${words.steps.map(fish).join(' ')}
                set place (string trim "$place $word")
        end
    end
    test "$place" = "$argv[1]"
end

complete -c concordance -f
${lines.join('\n')}
`
}
