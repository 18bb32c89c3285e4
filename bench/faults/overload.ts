import { foundSmallOffice } from '../../src/app/testing/kills/office.ts'
import { makeInstallation } from '../../src/app/testing/installation.ts'
import { startProgram } from '../../src/app/testing/started-program.ts'
import { flood } from '../flood.ts'
import { requestsPerSecond } from '../load.ts'

/**
 * Finds how many requests a second saturate the program, then sends five times as many, each at its own time whether or not the ones
 * before were answered (over 600 connections). Tells how soon the surplus is turned away, and whether the rest is whole. XIAOMA_SECONDS (10) long.
 */
const lasts = Number(process.env['XIAOMA_SECONDS'] ?? 10) * 1000
const times = 5

const valueIn = (body: string) => String((JSON.parse(body) as { value?: unknown }).value)

const quantile = (sorted: readonly number[], part: number) =>
  sorted.length === 0
    ? Number.NaN
    : (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] as number)

const installation = await makeInstallation()
const program = await startProgram({ env: { ...installation.env, XIAOMA_BACKUP_AT: 'off' } })
try {
  await foundSmallOffice(installation, program.url)
  const url = `${program.url}/api/figures/organisation.community_organisations?asOf=2020-12-31`
  const response = await fetch(`${program.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'clerk', password: 'a clerk of the office' }),
  })
  const cookie = response.headers
    .getSetCookie()
    .map((each) => each.split(';', 1)[0])
    .join('; ')
  const target = { url, cookie }
  const expected = valueIn(await (await fetch(url, { headers: { cookie } })).text())
  await requestsPerSecond(target, 16, 2000)
  const saturated = await requestsPerSecond(target, 16, 4000)
  console.log(`saturated at ${saturated.toFixed(0)} requests a second`)
  const all = await flood(target, { perSecond: saturated * times, ms: lasts, connections: 600 })
  console.log(
    `sent ${all.length} in ${lasts / 1000} s: ${(all.length / (lasts / 1000) / saturated).toFixed(1)} times as many`,
  )
  const statuses = Map.groupBy(all, ({ status }) => status)
  for (const [status, each] of [...statuses].sort(([a], [b]) => a - b)) {
    const sorted = each.map(({ ms }) => ms).sort((a, b) => a - b)
    const [p50, p99, most] = [0.5, 0.99, 1].map((part) => quantile(sorted, part).toFixed(0))
    console.log(`${status || 'no answer'}: ${each.length}, p50 ${p50} ms, p99 ${p99} ms, most ${most} ms`)
  }
  const answered = all.filter(({ status }) => status === 200)
  const surplus = all.filter(({ status }) => status === 503 || status === 429)
  console.log(
    `of ${answered.length} answered ${answered.filter(({ body }) => valueIn(body) === expected).length} are right`,
  )
  console.log(
    `of ${surplus.length} turned away ${surplus.filter(({ retryAfter }) => retryAfter).length} say when to ask again`,
  )
  const after = await requestsPerSecond(target, 16, 3000)
  console.log(`afterwards ${after.toFixed(0)} requests a second again`)
} finally {
  await program.stop()
  await installation.remove()
}
