import { Option, type Command } from 'commander'
import type { TableLayout } from '../core/export/write-options'
import { EXPORT_TYPES, type ExportFormat } from '../core/export/write-table'

/** Everything that an export can be written as from the command line. */
export const CLI_FORMATS = [...(Object.keys(EXPORT_TYPES) as ExportFormat[]), 'pdf'] as const

/** One of CLI_FORMATS. */
export type CliFormat = ExportFormat | 'pdf'

/** The options of files for other programs, which align and export share. */
export interface ExportOptions {
  readonly multilingual?: boolean
  readonly inline?: boolean
  /** False where --no-bom was given. */
  readonly bom?: boolean
  readonly allTerms?: boolean
  readonly browser?: string
  readonly layout?: TableLayout
}

/** Adds the options of files for other programs. */
export function addExportOptions(command: Command): Command {
  return command
    .option('--multilingual', 'tmx: one file of all languages instead of one a pair')
    .option('--inline', 'tmx, xliff: italics and footnote marks as inline codes instead of plain text')
    .option('--no-bom', 'csv, tsv: without the byte order mark, by which Excel knows UTF-8')
    .option('--all-terms', 'tbx: the whole term base instead of the terms of this text')
    .addOption(
      new Option(
        '--layout <layout>',
        'docx: the versions side by side, or one below the other (default: columns)',
      ).choices(['columns', 'stacked']),
    )
    .addOption(
      new Option(
        '--browser <program>',
        'pdf: the Chromium that prints (default: CHROMIUM, else found in PATH)',
      ),
    )
}

/** What `-o` means where a format makes several files. */
export const OUTPUT_HELP =
  'write to this file instead of stdout (- is stdout); several files: a folder, an archive *.zip, or a name that each file’s languages are put into'
