import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Scope } from '../../platform/db/scope.ts'
import { breakDown } from '../../platform/figures/breakdown.ts'
import type {
  ExplainedRow,
  FigureValue,
  Question,
  ResolvedQuestion,
} from '../../platform/figures/contract.ts'
import { explain } from '../../platform/figures/explain.ts'
import { figureNamed } from '../../platform/figures/registry.ts'
import { resolveQuestion } from '../../platform/figures/resolve.ts'
import { partOf, rowsPage } from '../../platform/figures/rows.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import { organisationArea } from './area.ts'
import type { TestOffice } from './testing/office.ts'
import { askingOf, latest, questionOf, type Sample, samples } from './testing/model/asking.ts'
import { commands } from './testing/model/commands.ts'
import { type Book, on } from './testing/model/life.ts'
import { partByKind, partsByMonth, partsByNode } from './testing/model/parts.ts'
import { beginOffice, type Played, playAll } from './testing/model/play.ts'
import type { Asking, CountedRow } from './testing/model/counted-row.ts'
import {
  hasOrganisationKinds,
  isDistinct,
  isFlow,
  isMovement,
  recount,
  rowsOf,
  shares,
} from './testing/model/recount.ts'

const numRuns = Math.max(1, Math.round((fc.readConfigureGlobal().numRuns ?? 100) * 0.25))

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase([organisationArea])
  console.info(`figures: ${numRuns} runs, seed ${fc.readConfigureGlobal().seed}`)
})
afterAll(() => database.drop())

test(
  'every figure and all that it opens equal the recount, for any node, day, tree, structure, knowledge and caller',
  { timeout: 1_800_000 },
  () =>
    fc.assert(
      fc.asyncProperty(
        commands,
        fc.array(samples, { minLength: 30, maxLength: 30 }),
        async (deeds, asked) => {
          const played = await beginOffice(database)
          await playAll(played, deeds, opensAfterAWrite(played, asked))
          await valuesEqualTheRecount(played, asked)
          await valuesOpenTheirRows(played, asked.slice(0, 6))
          await breakDownsAreRecounts(played, asked.slice(6, 12))
          await differencesHaveCauses(played, asked.slice(12, 20))
          await aClerkSeesOneCommunity(played, asked.slice(20))
        },
      ),
      { numRuns },
    ),
)

/** A sample as both are asked: the model's book of the change, and the question to the product. */
function ask(
  { model }: Played,
  sample: Sample,
  node?: string,
): { book: Book; asking: Asking; question: Question; change: number } {
  const change = sample.known === latest ? model.head : sample.known % (model.head + 1)
  const book = model.at(change)
  const asking = { ...(askingOf(model.now, book, sample) as Asking), ...(node ? { node } : {}) }
  return { book, asking, change, question: questionOf(asking, change === model.head ? null : change) }
}

const answer = (value: { value: string | null; absent: { code: string } | null }) => ({
  value: value.value,
  absent: value.absent?.code ?? null,
})
const asResolved = (question: ResolvedQuestion): Question =>
  ({
    ...question,
    node: question.node.id,
    asOf: question.asOf ?? undefined,
    period: question.period ?? undefined,
    kind: question.kind?.code,
    of: question.of?.code,
  }) as Question
const askedOf = (office: TestOffice, question: Question, scope: Scope = office.whole) =>
  resolveQuestion(office.figures, scope, figureNamed(office.figures, question.figure), question)

test('an event that was corrected since is still the cause of what was known then', async () => {
  const { office, model } = await beginOffice(database)
  const [street, , , , , , committee] = [...model.now.keys()] as string[]
  const known = String(model.head)
  const ask = (asOf: string): Question => ({
    figure: 'organisation.organisations',
    node: street,
    asOf: asOf as never,
    knownAt: known,
  })
  const founding = (await office.load('organisation', committee as string))?.events[0]?.id as string
  await office.correct('organisation', committee as string, {
    id: founding,
    onDate: '2015-03-30' as never,
    sets: {},
    neverWas: false,
  })
  const { entered } = await explain(
    office.figures,
    await askedOf(office, ask('2015-03-31')),
    await askedOf(office, ask('2015-04-01')),
    true,
  )
  const causes = entered.find((row) => row.record.id === committee)?.causes
  expect(causes?.map(({ kind, onDate, change }) => ({ kind, onDate, change }))).toEqual([
    { kind: 'event', onDate: '2015-04-01', change: '7' },
  ])
})

async function valuesEqualTheRecount(played: Played, asked: readonly Sample[]): Promise<void> {
  for (const sample of asked) {
    const { book, asking, question, change } = ask(played, sample)
    const value = await played.office.value(question)
    expect({ asking, change, ...answer(value) }).toEqual({ asking, change, ...recount(book, asking) })
    expect(value.question.knownAt).toBe(String(change))
    const inputs = shares[asking.figure] ?? []
    expect(value.inputs.map(answer)).toEqual(inputs.map((figure) => recount(book, { ...asking, figure })))
  }
}

async function valuesOpenTheirRows(played: Played, asked: readonly Sample[]): Promise<void> {
  for (const sample of asked) {
    const { book, asking, question } = ask(played, sample)
    await opens(played.office, await played.office.value(question), book, asking)
  }
}

/** Asks for a value after one act and for its rows after the next, with the question sent back. */
function opensAfterAWrite(played: Played, asked: readonly Sample[]): (nth: number) => Promise<void> {
  let waiting: { value: FigureValue; book: Book; asking: Asking } | null = null
  return async (nth) => {
    if (waiting) await opens(played.office, waiting.value, waiting.book, waiting.asking)
    const book = played.model.now
    const asking = askingOf(book, book, asked[nth % asked.length] as Sample) as Asking
    waiting =
      nth % 3 > 0 ? null : { value: await played.office.value(questionOf(asking, null)), book, asking }
  }
}

async function opens(office: TestOffice, value: FigureValue, book: Book, asking: Asking): Promise<void> {
  const parts = value.inputs.length > 0 ? (['numerator', 'denominator'] as const) : ([undefined] as const)
  for (const [index, part] of parts.entries()) {
    const input = value.inputs[index] ?? value
    const figure = (shares[asking.figure] ?? [asking.figure])[index] as string
    const expected = rowsOf(book, { ...asking, figure })
    const question = asResolved(value.question)
    const opened = await office.rows(question, part ? { part } : {})
    expect({ asking, count: opened.count }).toEqual({ asking, count: Number(input.value ?? 0) })
    expect(opened.rows.length).toBe(opened.count)
    expect(opened.rows.reduce((sum, row) => sum + row.times, 0)).toBe(expected.length)
    if (!isDistinct(figure))
      expect(
        opened.rows.map((row) => `${row.record.id} ${row.place.id} ${row.kind?.code ?? ''}`).sort(),
      ).toEqual(expected.map((row) => `${row.record} ${row.place} ${kindShown(row.kind)}`).sort())
    const pages = await everyPage(office, question, part, Math.max(1, Math.ceil(opened.count / 3)))
    expect(pages.keys).toEqual(opened.keys)
    expect(pages.counts.every((count) => count === opened.count)).toBe(true)
  }
}
const kindShown = (kind: string | null) => kind ?? ''

async function everyPage(
  office: TestOffice,
  question: Question,
  part: 'numerator' | 'denominator' | undefined,
  size: number,
): Promise<{ keys: string[]; counts: number[] }> {
  const asked = await askedOf(office, question)
  const keys: string[] = []
  const counts: number[] = []
  let cursor: string | undefined
  do {
    const page = await rowsPage(office.figures, asked, partOf(asked, part), size, cursor)
    expect(page.rows.length).toBeLessThanOrEqual(size)
    keys.push(...page.keys)
    counts.push(page.count)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return { keys, counts }
}

async function breakDownsAreRecounts(played: Played, asked: readonly Sample[]): Promise<void> {
  const { office } = played
  const ids = await idsByLabel(office)
  for (const sample of asked) {
    const { book, asking, question, change } = ask(played, sample)
    const exact = await askedOf(office, question)
    if (!isMovement(asking.figure)) {
      const byNode = await breakDown(office.figures, exact, 'place')
      const shown = new Map(
        byNode.parts.map((part) => [
          part.key === '' ? '' : (ids.get(`${asking.along} ${part.key}`) as string),
          answer(part),
        ]),
      )
      expect({ asking, change, parts: sorted(shown) }).toEqual({
        asking,
        change,
        parts: sorted(partsByNode(book, asking)),
      })
    }
    if (asking.from.slice(0, 4) === asking.through.slice(0, 4)) {
      const months = new Map(
        (await breakDown(office.figures, exact, 'month')).parts.map((part) => [part.key, answer(part)]),
      )
      expect({ asking, change, parts: sorted(months) }).toEqual({
        asking,
        change,
        parts: sorted(partsByMonth(book, asking)),
      })
    }
    if (!hasOrganisationKinds(asking.figure) && asking.figure !== 'compounds') continue
    for (const part of (await breakDown(office.figures, exact, 'kind')).parts) {
      expect({ asking, change, kind: part.key, ...answer(part) }).toEqual({
        asking,
        change,
        kind: part.key,
        ...partByKind(book, asking, part.key),
      })
    }
  }
}

const sorted = <T>(map: Map<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))

async function idsByLabel(office: TestOffice): Promise<Map<string, string>> {
  const of = (along: string, table: string) =>
    `select '${along} ' || label, id from organisation.${table} union select '${along} ' || label, id from organisation_history.${table}`
  const { rows } = await office.database.query(office.whole, {
    name: 'labels',
    text: `${of('place', 'place')} union ${of('line', 'party_organisation')}`,
    values: [],
  })
  return new Map(rows as [string, string][])
}

/** What parts two values are the rows that came and went, each with a cause. */
async function differencesHaveCauses(played: Played, asked: readonly Sample[]): Promise<void> {
  const { office } = played
  for (const [index, sample] of asked.slice(1).entries()) {
    const { figure, along, structure, today, kind } = sample
    const first = ask(played, { ...(asked[index] as Sample), figure, along, structure, today, kind })
    // A node that is gone is not there for a moment before it was recorded.
    if (!played.model.now.has(first.asking.node)) continue
    // Every other time both moments are of one knowledge, so that days alone part them.
    const known = index % 2 ? sample.known : (asked[index] as Sample).known
    const second = ask(played, { ...sample, known }, first.asking.node)
    const explained = await explain(
      office.figures,
      await askedOf(office, first.question),
      await askedOf(office, second.question),
      true,
    )
    const moments = { before: first.asking, known: first.change, after: second.asking, later: second.change }
    const expected = apart(first, second)
    expect({
      moments,
      entered: explained.entered.map((row) => counts(row, figure, second)).sort(),
      left: explained.left.map((row) => counts(row, figure, first)).sort(),
    }).toEqual({ moments, ...expected })
    for (const row of [...explained.entered, ...explained.left, ...explained.changed]) {
      expect({ moments, row: row.record, causes: row.causes.map((cause) => cause.kind) }).not.toEqual({
        moments,
        row: row.record,
        causes: ['unknown'],
      })
    }
  }
}

type Asked = ReturnType<typeof ask>

/** What a row counts for: a unit that holds several seats counts once, and so does what was formed twice over. */
function counts(row: ExplainedRow, figure: string, { book, asking }: Asked): string {
  const { id } = row.record
  if (figure === 'member_units') return on(book.get(id) as never, asking.asOf)?.['unit_id'] as string
  return isFlow(figure) && !isDistinct(figure) ? `${id} ${row.onDate}` : id
}

function apart(first: Asked, second: Asked): { entered: string[]; left: string[] } {
  const figures = shares[first.asking.figure] ?? [first.asking.figure]
  const rows = ({ book, asking }: Asked, figure: string) => rowsOf(book, { ...asking, figure })
  const told = (row: CountedRow, figure: string) =>
    isDistinct(figure) ? row.key : isFlow(figure) ? `${row.record} ${row.day}` : row.record
  const missing = (from: Asked, within: Asked) =>
    figures
      .flatMap((figure) => {
        const there = new Set(rows(within, figure).map((row) => keyed(row, figure)))
        const found = rows(from, figure).filter((row) => !there.has(keyed(row, figure)))
        const all = found.map((row) => told(row, figure))
        return isDistinct(figure) ? [...new Set(all)] : all
      })
      .sort()
  return { entered: missing(second, first), left: missing(first, second) }
}

/** Stocks are told apart by their records, all else by what the row says of itself. */
const keyed = (row: CountedRow, figure: string) =>
  isDistinct(figure) || isFlow(figure) ? row.key : row.record

async function aClerkSeesOneCommunity(played: Played, asked: readonly Sample[]): Promise<void> {
  const [, east, west] = [...played.model.at(6).keys()] as [string, string, string]
  for (const [index, sample] of asked.entries()) {
    const community = index % 2 ? east : west
    const { book, asking, question, change } = ask(played, { ...sample, along: 'place' }, community)
    const scoped = { ...asking, scope: community }
    const expected = recount(book, scoped)
    const found = await played.office
      .value(question, { office: played.office.whole.office, places: [community] })
      .catch((error: unknown) => {
        if (error instanceof Refusal && error.code === 'NOT_FOUND') return null
        throw error
      })
    // A community that never lay in its own scope, such as one that was re-homed from its founding on, is not there for its clerk.
    if (found === null) expect({ scoped, value: Number(expected.value ?? 0) }).toEqual({ scoped, value: 0 })
    else expect({ scoped, change, ...answer(found) }).toEqual({ scoped, change, ...expected })
  }
}
