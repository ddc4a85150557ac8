import { z } from 'zod'

/** An option as a file of options can have it: a switch is true or false, a list one text or several; `choices` is empty where any text will do. */
export interface OptionKey {
  readonly name: string
  readonly kind: 'switch' | 'value' | 'list'
  readonly choices: readonly string[]
}

/** What an option is given in a file. */
export type OptionValue = string | number | boolean | readonly string[]

/** What a file of options says to each command, or the first thing in it that is not as it should be: an `unknown` key, or one that `takes` something else; null where it is not an object where it has to be one. */
export type OptionsRead =
  | {
      readonly kind: 'read'
      readonly values: Readonly<Record<string, Readonly<Record<string, OptionValue>>>>
    }
  | { readonly kind: 'unknown'; readonly path: string }
  | { readonly kind: 'wrong'; readonly path: string; readonly takes: OptionKey | null }

/**
 * Reads the content of a file of options: `{ "langs": "fr,en", "commands": { "check": { "fail-on": "warning" } } }`. What stands at its top holds for every command that has such an option and can take the value, what
 * stands under a command for that one, and goes before. `commands` are the options that each can have, by what is typed: `terms convert`.
 */
export function readOptions(
  content: unknown,
  commands: Readonly<Record<string, readonly OptionKey[]>>,
): OptionsRead {
  const all = Object.values(commands).flat()
  const names = [...new Set(all.map(({ name }) => name))]
  const keysNamed = (name: string) => all.filter((key) => key.name === name)
  const schema = z
    .strictObject({
      commands: z
        .strictObject(mapValues(commands, (keys) => z.strictObject(fieldsOf(keys)).partial()))
        .partial(),
      ...Object.fromEntries(names.map((name) => [name, z.union(keysNamed(name).map(fieldOf))])),
    })
    .partial()
  const parsed = schema.safeParse(content)
  if (!parsed.success) return problemOf(parsed.error, commands, keysNamed)
  const { commands: own = {}, ...common } = parsed.data as {
    readonly commands?: Readonly<Record<string, Readonly<Record<string, OptionValue>>>>
  } & Readonly<Record<string, OptionValue>>
  const values = mapValues(commands, (keys, path) => {
    const fitting = keys.filter(
      (key) => Object.hasOwn(common, key.name) && fieldOf(key).safeParse(common[key.name]).success,
    )
    return { ...Object.fromEntries(fitting.map(({ name }) => [name, common[name]!])), ...own[path] }
  })
  return { kind: 'read', values }
}

function problemOf(
  { issues }: z.ZodError,
  commands: Readonly<Record<string, readonly OptionKey[]>>,
  keysNamed: (name: string) => readonly OptionKey[],
): OptionsRead {
  const [issue] = issues
  const path = (issue?.path ?? []).map(String)
  if (issue?.code === 'unrecognized_keys')
    return { kind: 'unknown', path: [...path, issue.keys[0] ?? ''].join('.') }
  const [first = '', command = '', name = ''] = path
  const keys =
    first === 'commands' ? (commands[command] ?? []).filter((key) => key.name === name) : keysNamed(first)
  return { kind: 'wrong', path: path.join('.'), takes: keys[0] ?? null }
}

function fieldsOf(keys: readonly OptionKey[]): Record<string, z.ZodType> {
  return Object.fromEntries(keys.map((key) => [key.name, fieldOf(key)]))
}

function fieldOf({ kind, choices }: OptionKey): z.ZodType {
  if (kind === 'switch') return z.boolean()
  if (choices.length > 0) return z.enum(choices as [string, ...string[]])
  return kind === 'list'
    ? z.union([z.string(), z.array(z.string()).min(1)])
    : z.union([z.string(), z.number()])
}

function mapValues<T, U>(
  values: Readonly<Record<string, T>>,
  map: (value: T, name: string) => U,
): Record<string, U> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value, name)]))
}
