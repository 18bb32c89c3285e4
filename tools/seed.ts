import { randomInt } from 'node:crypto'

/** The seed of this run, `XIAOMA_SEED` or a random one; every child process takes the same from the environment. */
export function seed(): string {
  const given = process.env['XIAOMA_SEED']
  if (given !== undefined && !/^\d{1,9}$/.test(given))
    throw new Error(`XIAOMA_SEED is not a whole number: ${given}`)
  return (process.env['XIAOMA_SEED'] = given ?? String(randomInt(1_000_000_000)))
}
