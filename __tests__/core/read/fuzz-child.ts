import { InputError } from '../../../core/model'
import { importFile } from '../../../core/pipeline'
import { fuzzSeeds } from '../../support/fuzz-seeds'
import { mended, MUTATIONS } from '../../support/mutate'
import { pick, seeded } from '../../support/random'

/** Says a line to the test that watches; a line before each file, so that it knows at which one nothing more is said. */
const say = (line: string) => process.stdout.write(`${line}\n`)

async function outcome(bytes: Uint8Array, name: string): Promise<string> {
  try {
    await importFile(bytes, { name, language: 'fr' })
    return 'read'
  } catch (error) {
    if (error instanceof InputError) return error.code
    return `CRASH ${(error instanceof Error ? (error.stack ?? error.message) : String(error)).replace(/\s*\n\s*/gu, ' | ').slice(0, 1000)}`
  }
}

/** Reads files `from` up to `to`, each a seed mutated by what its number makes of it. */
async function main(from: number, to: number): Promise<void> {
  process.on('unhandledRejection', (error) => say(`CRASH unhandled ${String(error)}`))
  const seeds = await Promise.all(
    fuzzSeeds().map(async ({ name, bytes }) => ({ name, bytes: await bytes() })),
  )
  const names = Object.keys(MUTATIONS)
  for (let n = from; n < to; n += 1) {
    const random = seeded(n + 1)
    const { name, bytes } = seeds[n % seeds.length]!
    const other = seeds[pick(random, seeds.length)]!
    let mutated = bytes
    const done: string[] = []
    for (let times = 1 + pick(random, 3); times > 0; times -= 1) {
      const mutation = names[pick(random, names.length)]!
      mutated = MUTATIONS[mutation]!(mutated, random, other.bytes)
      done.push(mutation)
    }
    if (random() < 0.7) mutated = mended(mutated, bytes)
    const named = random() < 0.15 ? other.name : name
    say(`BEGIN ${n} ${named} ${done.join('+')}`)
    const start = performance.now()
    const result = await outcome(mutated, named)
    say(`END ${n} ${Math.round(performance.now() - start)} ${result}`)
  }
  // A rejection that no one waited for is told after the turn in which it happened.
  await new Promise((resolve) => setTimeout(resolve, 50))
  say('DONE')
}

void main(Number(process.argv[2]), Number(process.argv[3]))
