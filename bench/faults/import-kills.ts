import { setTimeout as sleep } from 'node:timers/promises'
import { randomFrom } from '../../demo/random.ts'
import { emptyBook } from '../../src/app/testing/kills/book.ts'
import { importWorkbook } from '../../src/app/testing/kills/import-write.ts'
import { answerAgain, judgeFigures, same } from '../../src/app/testing/kills/judge.ts'
import {
  beginSiege,
  booksOf,
  endSiege,
  judge,
  kill,
  recover,
  type Siege,
  type Victim,
} from '../../src/app/testing/kills/siege.ts'
import { changeOf, type Sent, sendOnce, type Worker } from '../../src/app/testing/kills/worker.ts'
import type { Write } from '../../src/app/testing/kills/write.ts'
import { judgeImports, type KeptImport, lookAt, type Phase, phases, untilPhase } from './import-phases.ts'

/**
 * The program, its database server or the very process that works for the import is killed at XIAOMA_KILLS (50) random
 * moments within an import, from XIAOMA_SEED on. Whatever is there afterwards is all of it or nothing, and sent again it is there once.
 * A kill that falls after the answer is judged as well, but told apart, and its round is played again.
 */
const seed = Number(process.env['XIAOMA_SEED'] ?? Math.floor(Math.random() * 1_000_000_000))
const kills = Number(process.env['XIAOMA_KILLS'] ?? 50)
const created = Number(process.env['XIAOMA_ROWS'] ?? 3_000)
const updated = Math.round(created / 15)
/** So many rounds at most: a commit is over in milliseconds, and about every second kill comes too late for it. */
const most = kills * 3
const random = randomFrom(seed)
const ourServer = !process.env['DATABASE_URL']?.trim()

/** Of ten rounds three aim at the final step and three at its COMMIT. */
const aims: Phase[] = spread(
  ['reading', 'comparing', 'comparing', 'preparing', 'preparing'],
  ['writing', 'writing', 'writing', 'commit', 'commit', 'commit'],
)
const victims: Victim[] = spread(
  ['application', 'application', 'application'],
  ourServer ? ['backend', 'database', 'both'] : ['application'],
)
function spread<Value>(...of: Value[][]): Value[] {
  const all = of.flat()
  return random.shuffled(Array.from({ length: kills }, (_, n) => all[n % all.length] as Value))
}

type Round = { readonly write: Write; readonly applied: KeptImport }
const applied: KeptImport[] = []
/** How many kills ended how, within an import and after its answer. */
const outcomes = { within: new Map<string, number>(), after: new Map<string, number>() }

async function nextRound({ book, ground, made }: Worker): Promise<Round> {
  const codes = Array.from({ length: created }, (_, n) => `K${made}-${n}`)
  const stored = random.shuffled([...book.kept.values()]).slice(0, updated)
  const write = await importWorkbook(book, ground, codes, stored)
  return { write, applied: { key: write.key, created, updated: stored.length } }
}

/** How long each phase lasts when nobody disturbs it, in milliseconds. */
async function timed(siege: Siege, worker: Worker): Promise<Record<Phase, number>> {
  const { office } = siege
  const lengths = { reading: 0, comparing: 0, preparing: 0, writing: 0, commit: 3 }
  const { write, applied: one } = await nextRound(worker)
  let over = false
  const sending = sendOnce(worker, office.client, write).finally(() => (over = true))
  let last = performance.now()
  let furthest = 0
  while (!over) {
    const { phase } = await lookAt(office.admin, office.owner)
    const now = performance.now()
    furthest = Math.max(furthest, phase === 'none' ? 0 : phases.indexOf(phase))
    lengths[phases[Math.min(furthest, 3)] as Phase] += now - last
    last = now
  }
  await judge(siege, [await sending], (code) => code.endsWith('7'))
  applied.push(one)
  worker.made += 1
  return lengths
}

async function round(
  siege: Siege,
  worker: Worker,
  aim: Phase,
  wanted: Victim,
  lengths: Record<Phase, number>,
) {
  const { office } = siege
  const { write, applied: one } = await nextRound(worker)
  const sending = sendOnce(worker, office.client, write)
  let answeredAt = Infinity
  const watched = sending.finally(() => (answeredAt = performance.now()))
  watched.catch(() => undefined)
  const until = (phase: Exclude<Phase, 'reading'>) =>
    Promise.race([untilPhase(office.admin, phase, 30_000), watched])
  let seen = await lookAt(office.admin, office.owner)
  if (aim !== 'reading') await until(aim === 'commit' ? 'writing' : aim)
  if (aim === 'commit') {
    // Another look would take longer than the commit: its process is looked up before.
    seen = { ...(await lookAt(office.admin, office.owner)), phase: 'commit' }
    await until('commit')
  }
  await sleep(random.next() * lengths[aim])
  if (aim !== 'commit') seen = await lookAt(office.admin, office.owner)
  // Nothing of it is seen also between its check and its writing, and from its commit to its answer.
  const phase = seen.phase === 'none' && aim === 'reading' ? 'reading' : seen.phase
  const victim = wanted === 'backend' && seen.backend === null ? 'database' : wanted
  const killedAt = await kill(siege, victim, seen.backend)
  const sent: Sent = await sending
  // What a program that was killed answered, it answered before.
  const endsProgram = victim === 'application' || victim === 'both'
  const when = answeredAt <= killedAt || (endsProgram && sent.answer !== null) ? 'after' : 'within'
  await recover(siege, victim)
  const there = siege.fate.there
  await judge(siege, [sent], (code) => code.endsWith('77'))
  applied.push(one)
  worker.made += 1
  await judgeImports(office.admin, office.owner, applied, namesOf(siege))
  const outcome =
    sent.answer !== null
      ? 'acknowledged, all there'
      : siege.fate.there > there
        ? 'all of it there'
        : 'nothing of it there'
  const line = `${(when === 'after' ? 'answered' : phase).padEnd(10)} ${victim.padEnd(12)} ${outcome}`
  outcomes[when].set(line, (outcomes[when].get(line) ?? 0) + 1)
  return { when, line }
}

const namesOf = (siege: Siege) =>
  new Map(
    booksOf(siege).flatMap(({ kept }) => [...kept.values()].map(({ code, name }) => [code, name] as const)),
  )

async function siegeOfImports(): Promise<number> {
  console.log(
    `XIAOMA_SEED=${seed} XIAOMA_KILLS=${kills} XIAOMA_ROWS=${created}, ${updated} stored ones corrected with them`,
  )
  const siege = await beginSiege(({ grounds }) => [
    { name: 'K', book: emptyBook(), random, ground: random.pick(grounds), made: 0 },
  ])
  const [worker] = siege.workers as [Worker]
  const { office } = siege
  let failed = 0
  try {
    const [cold, warm] = [await timed(siege, worker), await timed(siege, worker)]
    const lengths = { ...warm, reading: Math.min(cold.reading, warm.reading) }
    console.log(
      `undisturbed: ${phases.map((phase) => `${phase} ${lengths[phase].toFixed(0)} ms`).join(', ')}`,
    )
    for (let rounds = 0; total('within') < kills && rounds < most; rounds += 1) {
      const at = total('within')
      const [aim, victim] = [aims[at] as Phase, victims[at] as Victim]
      const begin = performance.now()
      try {
        const { when, line } = await round(siege, worker, aim, victim, lengths)
        console.log(
          `${(when === 'within' ? String(at + 1) : '').padStart(3)}  aimed at ${aim.padEnd(10)} ${line}  ${((performance.now() - begin) / 1_000).toFixed(1)} s`,
        )
      } catch (error) {
        failed += 1
        await sleep(500)
        console.error(
          `round ${rounds + 1} (${victim}, aimed at ${aim}): ${(error as Error).message.slice(0, 2_000)}`,
        )
        console.error(`${siege.program.said.stderr}${siege.program.said.stdout}`.slice(-4_000))
        // Nothing that follows could be judged.
        break
      }
    }
    if (failed === 0) {
      same('end in order', await siege.program.stop(), 0)
      await recover(siege, 'application')
      for (const one of siege.everything) await answerAgain(office.client, one)
      await judgeFigures(office.client, booksOf(siege), office.street)
      await judgeImports(office.admin, office.owner, applied, namesOf(siege))
    }
  } finally {
    await endSiege(siege)
  }
  for (const when of ['within', 'after'] as const) {
    console.log(when === 'within' ? 'killed within an import:' : 'killed after its answer, and played again:')
    for (const [line, count] of [...outcomes[when]].sort(([a], [b]) => (a < b ? -1 : 1)))
      console.log(`${String(count).padStart(4)}  ${line}`)
  }
  const { there, absent } = siege.fate
  const changes = new Set(siege.everything.map(({ answer }) => (answer ? changeOf(answer) : '')))
  const enough = total('within') === kills
  console.log(
    `${total('within')} kills within an import${enough ? '' : ` OF THE ${kills} WANTED`}, ${total('after')} after its answer; ` +
      `in doubt ${there + absent}: ${there} all there, ${absent} not there; ` +
      `${applied.length} imports applied once each in ${changes.size} changes; ${failed === 0 ? 'none in part' : 'ENDED BY A FAILURE'}`,
  )
  return failed + (enough ? 0 : 1)
}

const total = (when: keyof typeof outcomes) =>
  [...outcomes[when].values()].reduce((sum, count) => sum + count, 0)

if (import.meta.main) process.exitCode = (await siegeOfImports()) > 0 ? 1 : 0
