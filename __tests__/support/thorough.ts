/** How much a test tries: `usual` in every run, `thorough` under `npm run test:thorough`, which sets THOROUGH. */
export function howMany(usual: number, thorough: number): number {
  return process.env.THOROUGH === undefined ? usual : thorough
}
