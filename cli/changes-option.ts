import { Option } from 'commander'

/** `--changes`: how a text with tracked changes is read. */
export function changesOption(): Option {
  return new Option(
    '--changes <state>',
    'tracked changes: all accepted, or the text as it was before any',
  ).choices(['accepted', 'original'])
}
