import { setTimeout as sleep } from 'node:timers/promises'
import { findPostmaster } from '../../../platform/db/server/postmaster.ts'
import { type Installation, makeInstallation } from '../installation.ts'
import { startProgram, type StartedProgram } from '../started-program.ts'
import { inspect } from './inspect.ts'
import { answerAgain, judgeChanges, judgeFigures, judgeRecords, same, settle } from './judge.ts'
import { foundSmallOffice, type SmallOffice, untilConnected, untilQuiet } from './office.ts'
import type { Sent, Worker } from './worker.ts'

/** `backend`: the one process of the server that works for a write; the server itself ends all others then. */
export type Victim = 'application' | 'backend' | 'database' | 'both'

/** A program that is killed again and again, and all that must have outlived it. */
export type Siege = {
  readonly installation: Installation
  program: StartedProgram
  readonly office: SmallOffice
  readonly workers: Worker[]
  /** Every write that took effect, with its answer. */
  readonly everything: Sent[]
  /** What became of the writes whose answer was lost. */
  readonly fate: { there: number; absent: number }
  /** The database server that was killed last. */
  killed?: number
}

export async function beginSiege(workers: (office: SmallOffice) => Worker[]): Promise<Siege> {
  const installation = await makeInstallation()
  const program = await startProgram(installation)
  const office = await foundSmallOffice(installation, program.url)
  const fate = { there: 0, absent: 0 }
  return { installation, program, office, workers: workers(office), everything: [], fate }
}

export async function endSiege({ program, installation }: Siege): Promise<void> {
  await program.kill()
  await installation.remove()
}

export const booksOf = ({ office, workers }: Siege) => [office.book, ...workers.map(({ book }) => book)]

/**
 * Answers the moment of its first signal, as `performance.now()` tells it.
 * @throws Error where there is nothing of that kind to kill
 */
export async function kill(siege: Siege, victim: Victim, backend: number | null = null): Promise<number> {
  const { installation, program } = siege
  let at = performance.now()
  if (victim === 'backend' && backend !== null) process.kill(backend, 'SIGKILL')
  else if (victim !== 'application') {
    const postmaster = await findPostmaster(installation.cluster)
    if (postmaster.kind !== 'running') throw new Error(`the database server is ${postmaster.kind}`)
    at = performance.now()
    process.kill(postmaster.pid, 'SIGKILL')
    siege.killed = postmaster.pid
  }
  if (victim === 'application' || victim === 'both') same('end', await program.kill(), 'SIGKILL')
  return at
}

/** A clean start, or the running owner's restart of its database. */
export async function recover(siege: Siege, victim: Victim): Promise<void> {
  const { office, installation } = siege
  if (victim === 'application' || victim === 'both') {
    siege.program = await startProgram(installation)
    office.client.at = siege.program.url
    if (installation.external) await untilQuiet(office.admin)
    return
  }
  // A process of the dead server may still answer, and one of a living server that is about to end.
  if (victim === 'database') await untilAnother(siege)
  else await sleep(200)
  await untilConnected(office.admin)
  for (;;) {
    const { status, body } = await office.client.get('/session')
    if (status === 200) return
    same('status while the database is away', [status, body['code']], [503, 'UNAVAILABLE'])
    await sleep(20)
  }
}

async function untilAnother({ installation, killed }: Siege): Promise<void> {
  for (;;) {
    const found = await findPostmaster(installation.cluster)
    if (found.kind === 'running' && found.ready && found.pid !== killed) return
    await sleep(20)
  }
}

export const inspected = ({ office }: Siege) => inspect(office.admin, office.owner)

/** Settles what is in doubt, and compares the database and the program with all that was acknowledged. */
export async function judge(
  siege: Siege,
  sent: readonly Sent[],
  shown: (code: string) => boolean = () => true,
): Promise<void> {
  const { office, fate } = siege
  const books = booksOf(siege)
  const found = await inspected(siege)
  same('durability', found.durability, 'on on')
  for (const { write } of sent)
    office.expected.set(write.key, { records: write.records, events: write.events })
  judgeChanges(found, office.expected)
  const doubtful = sent.filter(({ answer }) => answer === null)
  const acknowledged = sent.filter(({ answer }) => answer !== null)
  same(
    'acknowledged and lost',
    acknowledged
      .filter(({ write }) => !found.changeOfKey.has(write.key))
      .map(({ write }) => `${write.what} ${write.key}`),
    [],
  )
  for (const one of acknowledged) await answerAgain(office.client, one)
  const settled: Sent[] = []
  for (const one of doubtful) {
    fate[found.changeOfKey.has(one.write.key) ? 'there' : 'absent'] += 1
    settled.push(await settle(office.client, one, found))
  }
  for (const one of settled) await answerAgain(office.client, one)
  const after = await inspected(siege)
  judgeChanges(after, office.expected)
  same('changes, after all was sent again', after.head, office.expected.size)
  lookUpIds(siege, after.organisations)
  const changed = new Set(sent.map(({ write }) => String(after.changeOfKey.get(write.key))))
  for (const book of books)
    await judgeRecords(office, book, ({ version, code }) => changed.has(version) && shown(code))
  await judgeFigures(office.client, books, office.street)
  siege.everything.push(...acknowledged, ...settled)
}

/** The organisations are those of the books, no more and no fewer; those from imports get their ids. */
function lookUpIds(siege: Siege, ids: ReadonlyMap<string, string>): void {
  const books = booksOf(siege)
  same('codes', [...ids.keys()].sort(), books.flatMap(({ kept }) => [...kept.keys()]).sort())
  for (const { kept } of books)
    for (const [code, one] of kept)
      if (one.id === null) kept.set(code, { ...one, id: ids.get(code) as string })
}
