import { type Language, languages } from '../../src/platform/text.ts'

const seed = process.env['XIAOMA_SEED']
const runs = Number(process.env['XIAOMA_RUNS'] ?? 1)

/**
 * The languages in which a long way through the program is gone. A whole run takes one, by its seed, and goes through every page in both;
 * with XIAOMA_RUNS above 1, and where a spec is run by itself, it takes both.
 */
export const flowLanguages: readonly Language[] =
  seed === undefined || runs > 1 ? languages : [languages[Number(seed) % languages.length] as Language]
