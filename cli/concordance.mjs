#!/usr/bin/env node
// The program runs from its TypeScript sources; tsx is what lets Node read them, so no build by hand is needed.
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'

register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) })
const { main } = await import('./main.ts')
process.exitCode = await main(process.argv.slice(2), fileURLToPath(new URL('..', import.meta.url)))
