import { cpuUsage, memoryUsage } from 'node:process'
import { Refusal } from '../../src/platform/refusal.ts'
import { readSheets } from '../../src/platform/ledgers/read-sheets.ts'
import { hostileFiles } from '../../src/platform/ledgers/testing/hostile-files.ts'

/** How long the refusal of each hostile file takes, on this machine as busy as it is, and what the server's process pays for it. */
async function measure(): Promise<void> {
  let worst = { milliseconds: 0, megabytes: 0 }
  for (const [name, { name: file = 'x.xlsx', bytes: make }] of Object.entries(hostileFiles)) {
    const bytes = make()
    const before = memoryUsage().rss
    let most = before
    const looking = setInterval(() => (most = Math.max(most, memoryUsage().rss)), 10)
    const work = cpuUsage()
    const begin = performance.now()
    const outcome = await readSheets({ name: file, bytes }).catch((error: unknown) => error)
    const milliseconds = performance.now() - begin
    const own = cpuUsage(work).user / 1_000
    clearInterval(looking)
    const megabytes = (Math.max(most, memoryUsage().rss) - before) / 1_000_000
    worst = {
      milliseconds: Math.max(worst.milliseconds, milliseconds),
      megabytes: Math.max(worst.megabytes, megabytes),
    }
    const said = outcome instanceof Refusal ? outcome.words.en : 'read'
    console.log(
      `${milliseconds.toFixed(0).padStart(6)} ms  server ${own.toFixed(0).padStart(4)} ms, ${megabytes.toFixed(1).padStart(5)} MB  ${name}: ${said}`,
    )
  }
  const count = Object.keys(hostileFiles).length
  console.log(
    `${count} files; the slowest ${worst.milliseconds.toFixed(0)} ms, the most memory ${worst.megabytes.toFixed(1)} MB`,
  )
}

if (import.meta.main) await measure()
