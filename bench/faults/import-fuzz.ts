import {
  importSpoilt,
  type Outcome,
  soundWorkbooks,
} from '../../src/areas/organisation/ledgers/testing/fuzz-imports.ts'
import { importDesk } from '../../src/areas/organisation/ledgers/testing/import-desk.ts'
import startTestServer from '../../src/platform/testing/global-setup.ts'

/** Spoilt workbooks by the thousand: XIAOMA_RUNS of them (2 000), from XIAOMA_SEED on. */
const runs = Number(process.env['XIAOMA_RUNS'] ?? 2_000)
const first = Number(process.env['XIAOMA_SEED'] ?? Math.floor(Math.random() * 1_000_000_000))

async function fuzz(): Promise<number> {
  console.log(`XIAOMA_SEED=${first} XIAOMA_RUNS=${runs}`)
  const stop = await startTestServer()
  const desk = await importDesk()
  const counts = new Map<string, number>()
  const failures: unknown[] = []
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
  const begin = performance.now()
  let slowest = 0
  try {
    const office = await desk.open()
    const sound = await soundWorkbooks()
    for (let seed = first; seed < first + runs; seed += 1) {
      const started = performance.now()
      const outcome = await importSpoilt(office, sound, seed).catch((error: unknown): Outcome | null => {
        failures.push(error)
        console.error(error)
        return null
      })
      slowest = Math.max(slowest, performance.now() - started)
      add(outcome ? `${outcome.how} ${outcome.what}` : 'FAILED')
      if ((seed - first + 1) % 200 === 0) console.log(`${seed - first + 1} of ${runs}`)
    }
  } finally {
    await desk.close()
    await stop?.()
  }
  for (const [key, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`${String(count).padStart(6)}  ${key}`)
  const seconds = ((performance.now() - begin) / 1_000).toFixed(0)
  console.log(
    `${runs} workbooks in ${seconds} s, the slowest ${(slowest / 1_000).toFixed(1)} s; ${failures.length} failures`,
  )
  return failures.length > 0 ? 1 : 0
}

if (import.meta.main) process.exitCode = await fuzz()
