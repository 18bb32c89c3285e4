import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomFrom } from '../../demo/random.ts'
import { emptyBook } from './testing/kills/book.ts'
import { answerAgain, judgeGone, judgeRecords, same } from './testing/kills/judge.ts'
import { untilCommit } from './testing/kills/office.ts'
import {
  beginSiege,
  booksOf,
  endSiege,
  inspected,
  judge,
  kill,
  recover,
  type Siege,
  type Victim,
} from './testing/kills/siege.ts'
import { type Round, type Sent, work } from './testing/kills/worker.ts'

const seed = Number(process.env['XIAOMA_SEED'])
const runs = Number(process.env['XIAOMA_RUNS'] ?? 1)
const random = randomFrom(seed)
const times = (count: number) => Math.max(1, Math.round(count * runs))
const ourServer = !process.env['DATABASE_URL']?.trim()
if (!ourServer)
  console.info('DATABASE_URL is set: that server is not ours to kill, so the application alone is killed.')

const victims: Victim[] = random.shuffled([
  // XIAOMA_RUNS=5 makes it the 70 kills of which 20 strike the database; every run takes others.
  ...Array<Victim>(times(10)).fill('application'),
  ...(ourServer
    ? [...Array<Victim>(times(3)).fill('database'), ...Array<Victim>(times(1)).fill('both')]
    : []),
])

let siege: Siege | undefined
beforeAll(async () => {
  siege = await beginSiege(({ grounds }) =>
    ['A', 'B', 'C'].map((name, index) => ({
      name,
      book: emptyBook(),
      random: randomFrom(seed + index + 1),
      ground: random.pick(grounds),
      made: 0,
    })),
  )
})
afterAll(async () => {
  if (siege) await endSiege(siege)
})

/** Works until a moment, mostly soon after a write was sent, and kills. Answers what was sent. */
async function workAndKill(besieged: Siege, victim: Victim): Promise<readonly Sent[]> {
  const { office, workers } = besieged
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
  await kill(besieged, victim)
  round.over = true
  await working
  return round.sent
}

test(
  `nothing acknowledged is lost and nothing is half there after ${victims.length} kills (XIAOMA_SEED=${seed})`,
  async () => {
    const besieged = siege as Siege
    const { office, everything, fate } = besieged
    for (const [index, victim] of victims.entries()) {
      try {
        const sent = await workAndKill(besieged, victim)
        await recover(besieged, victim)
        await judge(besieged, sent)
      } catch (error) {
        // What the program has to say of it is still on its way.
        await sleep(500)
        throw new Error(
          `kill ${index + 1} (${victim}): ${(error as Error).message}\n${besieged.program.said.stderr}${besieged.program.said.stdout}`,
          { cause: error },
        )
      }
    }
    expect(await besieged.program.stop()).toBe(0)
    await recover(besieged, 'application')
    for (const book of booksOf(besieged)) {
      await judgeRecords(office, book, () => true)
      await judgeGone(office.client, book)
    }
    for (const one of everything) await answerAgain(office.client, one)
    same('changes in the end', (await inspected(besieged)).head, office.expected.size)
    const count = (victim: Victim) => victims.filter((each) => each === victim).length
    console.info(
      `XIAOMA_SEED=${seed}: ${count('application')} kills of the application, ${count('database')} of the database, ${count('both')} of both; ` +
        `${everything.length} writes acknowledged, 0 lost, 0 half there; in doubt ${fate.there + fate.absent}: ${fate.there} there, ${fate.absent} absent`,
    )
    expect(fate.there + fate.absent).toBeGreaterThan(0)
  },
  times(1_200_000),
)
