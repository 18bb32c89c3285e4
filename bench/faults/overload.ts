import { Agent, get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { foundSmallOffice } from '../../src/app/testing/kills/office.ts'
import { makeInstallation } from '../../src/app/testing/installation.ts'
import { startProgram } from '../../src/app/testing/started-program.ts'
import { requestsPerSecond, type Target } from '../load.ts'

/**
 * Finds how many requests a second saturate the program, then sends five times as many, each at its own time whether or not the ones
 * before were answered. Tells how soon the surplus is turned away, and whether the rest is whole. XIAOMA_SECONDS (10) long.
 */
const lasts = Number(process.env['XIAOMA_SECONDS'] ?? 10) * 1000
const times = 5

type Sent = {
  readonly status: number
  readonly ms: number
  readonly whole: boolean
  readonly retryAfter: boolean
}

function send({ url, cookie }: Target, agent: Agent, expected: string): Promise<Sent> {
  const begin = performance.now()
  const since = () => performance.now() - begin
  return new Promise((resolve) => {
    const request = get(url, { headers: { cookie }, agent }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const body = Buffer.concat(chunks).toString()
        resolve({
          status: response.statusCode ?? 0,
          ms: since(),
          whole: valueIn(body) === expected,
          retryAfter: response.headers['retry-after'] !== undefined,
        })
      })
    })
    request.on('error', () => resolve({ status: 0, ms: since(), whole: false, retryAfter: false }))
  })
}
const valueIn = (body: string) => String((JSON.parse(body) as { value?: unknown }).value)

async function flood(target: Target, perSecond: number, expected: string): Promise<Sent[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })
  const sent: Promise<Sent>[] = []
  const begin = performance.now()
  for (let passed = 0; passed < lasts; passed = performance.now() - begin) {
    while (sent.length < (passed / 1000) * perSecond) sent.push(send(target, agent, expected))
    await sleep(1)
  }
  const all = await Promise.all(sent)
  agent.destroy()
  return all
}

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
  const all = await flood(target, saturated * times, expected)
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
  console.log(`of ${answered.length} answered ${answered.filter(({ whole }) => whole).length} are right`)
  console.log(
    `of ${surplus.length} turned away ${surplus.filter(({ retryAfter }) => retryAfter).length} say when to ask again`,
  )
  const after = await requestsPerSecond(target, 16, 3000)
  console.log(`afterwards ${after.toFixed(0)} requests a second again`)
} finally {
  await program.stop()
  await installation.remove()
}
