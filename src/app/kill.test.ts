import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomFrom } from '../../demo/random.ts'
import { findPostmaster } from '../platform/db/server/postmaster.ts'
import { type Installation, makeInstallation } from './testing/installation.ts'
import { emptyBook } from './testing/kills/book.ts'
import { inspect } from './testing/kills/inspect.ts'
import {
  answerAgain,
  judgeChanges,
  judgeFigures,
  judgeGone,
  judgeRecords,
  same,
  settle,
} from './testing/kills/judge.ts'
import { foundSmallOffice, type SmallOffice, untilCommit, untilQuiet } from './testing/kills/office.ts'
import { type Round, type Sent, work, type Worker } from './testing/kills/worker.ts'
import { startProgram, type StartedProgram } from './testing/started-program.ts'

type Victim = 'application' | 'database' | 'both'

const seed = Number(process.env['XIAOMA_SEED'])
const runs = Number(process.env['XIAOMA_RUNS'] ?? 1)
const random = randomFrom(seed)
const times = (count: number) => Math.max(1, Math.round(count * runs))
const ourServer = !process.env['DATABASE_URL']?.trim()
if (!ourServer)
  console.info('DATABASE_URL is set: that server is not ours to kill, so the application alone is killed.')

const victims: Victim[] = random.shuffled([
  ...Array<Victim>(times(50)).fill('application'),
  ...(ourServer
    ? [...Array<Victim>(times(14)).fill('database'), ...Array<Victim>(times(6)).fill('both')]
    : []),
])

let installation: Installation
let program: StartedProgram
let office: SmallOffice
let workers: Worker[]
/** The database server that was killed last. */
let killed = 0
const everything: Sent[] = []
const fate = { there: 0, absent: 0 }

beforeAll(async () => {
  installation = await makeInstallation()
  program = await startProgram(installation)
  office = await foundSmallOffice(installation, program.url)
  workers = ['A', 'B', 'C'].map((name, index) => ({
    name,
    book: emptyBook(),
    random: randomFrom(seed + index + 1),
    ground: random.pick(office.grounds),
    made: 0,
  }))
})
afterAll(async () => {
  await program?.kill()
  await installation?.remove()
})

const books = () => [office.book, ...workers.map(({ book }) => book)]

/** Works until a moment, mostly soon after a write was sent, and kills. Answers what was sent. */
async function workAndKill(victim: Victim): Promise<readonly Sent[]> {
  const begun = Promise.withResolvers<void>()
  let left = random.between(1, 20)
  const onSend = () => {
    left -= 1
    if (left === 0) begun.resolve()
  }
  const round: Round = { over: false, sent: [], onSend }
  const working = Promise.all(workers.map((worker) => work(worker, office.client, round)))
  await Promise.race([begun.promise, working])
  if (random.chance(0.5)) await untilCommit(office.admin)
  else await sleep(random.between(0, random.chance(0.8) ? 30 : 300))
  await kill(victim)
  round.over = true
  await working
  return round.sent
}

async function kill(victim: Victim): Promise<void> {
  if (victim !== 'application') {
    const postmaster = await findPostmaster(installation.cluster)
    if (postmaster.kind !== 'running') throw new Error(`the database server is ${postmaster.kind}`)
    process.kill(postmaster.pid, 'SIGKILL')
    killed = postmaster.pid
  }
  if (victim !== 'database') expect(await program.kill()).toBe('SIGKILL')
}

/** A clean start, or the running owner's restart of its database. */
async function recover(victim: Victim): Promise<void> {
  if (victim !== 'database') {
    program = await startProgram(installation)
    office.client.at = program.url
    if (!ourServer) await untilQuiet(office.admin)
    return
  }
  // A backend outlives its killed server for a moment, and the program may still be answered by it.
  for (;;) {
    const postmaster = await findPostmaster(installation.cluster)
    if (postmaster.kind === 'running' && postmaster.ready && postmaster.pid !== killed) break
    await sleep(20)
  }
  for (;;) {
    const { status, body } = await office.client.get('/session')
    if (status === 200) return
    same('status while the database is away', [status, body['code']], [503, 'UNAVAILABLE'])
    await sleep(20)
  }
}

const inspected = () => inspect(office.admin, office.owner)

/** Settles what is in doubt, and compares the database and the program with all that was acknowledged. */
async function judge(sent: readonly Sent[]): Promise<void> {
  const found = await inspected()
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
  const after = await inspected()
  judgeChanges(after, office.expected)
  same('changes, after all was sent again', after.head, office.expected.size)
  lookUpIds(after.organisations)
  const changed = new Set(sent.map(({ write }) => String(after.changeOfKey.get(write.key))))
  for (const book of books()) await judgeRecords(office.client, book, ({ version }) => changed.has(version))
  await judgeFigures(office.client, books(), office.street)
  everything.push(...acknowledged, ...settled)
}

/** The organisations are those of the books, no more and no fewer; those from imports get their ids. */
function lookUpIds(ids: ReadonlyMap<string, string>): void {
  same(
    'codes',
    [...ids.keys()].sort(),
    books()
      .flatMap(({ kept }) => [...kept.keys()])
      .sort(),
  )
  for (const { kept } of books())
    for (const [code, one] of kept)
      if (one.id === null) kept.set(code, { ...one, id: ids.get(code) as string })
}

test(
  `nothing acknowledged is lost and nothing is half there after ${victims.length} kills (XIAOMA_SEED=${seed})`,
  async () => {
    for (const [index, victim] of victims.entries()) {
      try {
        const sent = await workAndKill(victim)
        await recover(victim)
        await judge(sent)
      } catch (error) {
        // What the program has to say of it is still on its way.
        await sleep(500)
        throw new Error(
          `kill ${index + 1} (${victim}): ${(error as Error).message}\n${program.said.stderr}${program.said.stdout}`,
          { cause: error },
        )
      }
    }
    expect(await program.stop()).toBe(0)
    await recover('application')
    for (const book of books()) {
      await judgeRecords(office.client, book, () => true)
      await judgeGone(office.client, book)
    }
    for (const one of everything) await answerAgain(office.client, one)
    same('changes in the end', (await inspected()).head, office.expected.size)
    const count = (victim: Victim) => victims.filter((each) => each === victim).length
    console.info(
      `XIAOMA_SEED=${seed}: ${count('application')} kills of the application, ${count('database')} of the database, ${count('both')} of both; ` +
        `${everything.length} writes acknowledged, 0 lost, 0 half there; in doubt ${fate.there + fate.absent}: ${fate.there} there, ${fate.absent} absent`,
    )
    expect(fate.there + fate.absent).toBeGreaterThan(0)
  },
  times(1_200_000),
)
