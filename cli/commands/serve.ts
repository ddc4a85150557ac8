import type { Command } from 'commander'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { addNotes } from '../command-notes'
import type { Context } from '../main'
import { readNumber } from '../read-number'

interface ServeOptions {
  readonly port?: string
  readonly host?: string
}

/** `concordance serve`: the same as `npm start`. */
export function addServe(program: Command, { root }: Context): void {
  const command = program
    .command('serve')
    .description('build the page where its sources are newer, and serve it until interrupted')
    .option('--port <number>', 'where it listens; 0 is any that is free (default: PORT, else 3000)')
    .option(
      '--host <name>',
      'address that it listens on (default: HOST, else 127.0.0.1); one that other machines reach needs CONCORDANCE_TOKEN',
    )
  addNotes(command, {
    examples: ['concordance serve', 'concordance serve --port 8080'],
  }).action(async ({ port, host }: ServeOptions) => {
    if (port !== undefined) process.env.PORT = String(readNumber('--port', port, [0, 65_535], 0))
    if (host !== undefined) process.env.HOST = host
    // It begins when it is loaded, and goes on when this has ended.
    await import(pathToFileURL(path.join(root, 'cli/serve.mjs')).href)
  })
}
