import fc from 'fast-check'
import { afterEach } from 'vitest'

const seed = Number(process.env['XIAOMA_SEED'])
const runs = Number(process.env['XIAOMA_RUNS'] ?? 1)

// A property that sets its own numRuns reads it from `fc.readConfigureGlobal()` if it is to scale.
// XIAOMA_SHRINK=off ends at the first counterexample, for whoever looks for its cause.
fc.configureGlobal({
  endOnFailure: process.env['XIAOMA_SHRINK'] === 'off',
  seed,
  numRuns: Math.max(1, Math.round(100 * runs)),
})

afterEach(({ task }) => {
  if (task.result?.state === 'fail') console.error(`XIAOMA_SEED=${seed} ${task.name}`)
})
