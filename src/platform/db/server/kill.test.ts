import pg from 'pg'
import { expect, test } from 'vitest'
import { openDataDirectory } from './data-directory.ts'
import { startEmbedded } from './embedded.ts'
import { findGuards } from './guard.ts'
import { findPostmaster } from './postmaster.ts'
import { spawnHolder } from './testing/spawn-holder.ts'
import { temporaryData } from './testing/temporary-data.ts'
import { until } from './testing/until.ts'

const victims = [
  'owner',
  'owner, guard',
  'owner, guard, watcher',
  'owner, server',
  'owner, guard, watcher, server',
] as const
const rounds = 10
const seed = Number(process.env.SEED ?? Date.now() % 100_000)

/** A linear congruential generator (Park and Miller, 1988): the seed printed repeats the run. */
function numbersFrom(start: number): () => number {
  let state = (start % 2_147_483_646) + 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state
  }
}

async function killRound(dataPath: string, victim: (typeof victims)[number]): Promise<void> {
  const holder = await spawnHolder(dataPath, 'write')
  const postmaster = await findPostmaster(`${dataPath}/server/cluster`)
  if (postmaster.kind !== 'running') throw new Error(`The server is ${postmaster.kind}`)
  const [guard = 0, watcher = 0] = (await findGuards(`${dataPath}/server/cluster`)).sort((a, b) => a - b)
  // Standing still, the owner cannot mend what is taken from it before it goes itself.
  holder.child.kill('SIGSTOP')
  if (victim.includes('guard')) process.kill(guard, 'SIGKILL')
  if (victim.includes('watcher')) process.kill(watcher, 'SIGKILL')
  if (victim.includes('server')) process.kill(postmaster.pid, 'SIGKILL')
  await holder.kill()
  // A killed process is listed until it has died, and a guard that is listed keeps the server from being taken over.
  if (victim.includes('watcher'))
    await until(async () => (await findGuards(`${dataPath}/server/cluster`)).length === 0)
}

test(`after ${rounds} kills every acknowledged row is there and no other (SEED=${seed})`, async () => {
  console.info(`SEED=${seed}`)
  const next = numbersFrom(seed)
  const temporary = await temporaryData()
  let written = 0
  for (let round = 1; round <= rounds; round++) {
    const victim = victims[round <= victims.length ? round - 1 : next() % victims.length] ?? 'owner'
    await killRound(temporary.path, victim)
    written++
    const data = await openDataDirectory({ env: { XIAOMA_DATA: temporary.path }, projectRoot: '/' })
    const server = await startEmbedded({ data })
    const client = new pg.Client(server.admin)
    await client.connect()
    const { rows } = await client.query<{ count: number }>('select count(*)::int as count from written')
    await client.end()
    await server.stop()
    expect([round, victim, rows[0]?.count]).toEqual([round, victim, written])
    expect([victim, server.adopted]).toEqual([victim, victim === 'owner, guard, watcher'])
    expect(await findPostmaster(`${temporary.path}/server/cluster`)).toEqual({ kind: 'none' })
  }
  await temporary.remove()
}, 180_000)
