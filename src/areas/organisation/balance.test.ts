import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { balanceNamed, balanceSheet } from '../../platform/figures/balance-sheet.ts'
import type { FigureValue } from '../../platform/figures/contract.ts'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import { organisationArea } from './area.ts'
import { askingOf, latest, questionOf, type Sample, samples } from './testing/model/asking.ts'
import { commands } from './testing/model/commands.ts'
import { beginOffice, type Played, playAll } from './testing/model/play.ts'
import type { Asking } from './testing/model/counted-row.ts'
import { recount } from './testing/model/recount.ts'

const numRuns = Math.max(1, Math.round((fc.readConfigureGlobal().numRuns ?? 100) * 0.15))

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase([organisationArea])
  console.info(`balance: ${numRuns} runs, seed ${fc.readConfigureGlobal().seed}`)
})
afterAll(() => database.drop())

test(
  'the sheet closes for every node, direction, period, kind, structure and knowledge, and every cell opens its rows',
  { timeout: 900_000 },
  () =>
    fc.assert(
      fc.asyncProperty(
        commands,
        fc.array(samples, { minLength: 12, maxLength: 12 }),
        async (deeds, asked) => {
          const played = await beginOffice(database)
          await playAll(played, deeds)
          for (const [index, sample] of asked.entries()) await sheetCloses(played, sample, index)
        },
      ),
      { numRuns },
    ),
)

async function sheetCloses({ office, model }: Played, sample: Sample, index: number): Promise<void> {
  const along = index % 3 === 2 ? 'line' : 'place'
  const change = sample.known === latest ? model.head : sample.known % (model.head + 1)
  const book = model.at(change)
  const asking = askingOf(model.now, book, { ...sample, figure: 'organisations', along }) as Asking
  const { figure: _figure, asOf: _asOf, ...question } = questionOf(asking, change)
  const scope = office.whole
  const balance = balanceNamed(office.figures, 'organisation.organisations')
  const sheet = await balanceSheet(office.figures, scope, balance, question as never, true)
  const values = ({ comings, goings, opening, closing, closes }: typeof sheet) => ({
    opening: opening.value,
    came: comings.map(({ value }) => value),
    went: goings.map(({ value }) => value),
    closing: closing.value,
    closes,
  })
  const counted = (figure: string, more: Partial<Asking> = {}) =>
    recount(book, { ...asking, figure, ...more }).value
  const name = ({ figure }: FigureValue) => figure.replace('organisation.', '')
  expect({ asking, change, ...values(sheet) }).toEqual({
    asking,
    change,
    opening: counted('organisations', { asOf: dayBefore(asking.from) }),
    came: sheet.comings.map((line) => counted(name(line))),
    went: sheet.goings.map((line) => counted(name(line))),
    closing: counted('organisations', { asOf: asking.through }),
    closes: true,
  })
  for (const line of [...sheet.comings, ...sheet.goings].filter(
    ({ value }) => value !== '0' && value !== null,
  )) {
    const { count, rows } = await office.rows({
      ...question,
      figure: line.figure,
      knownAt: line.question.knownAt,
    })
    expect([line.figure, count, rows.length]).toEqual([line.figure, Number(line.value), Number(line.value)])
  }
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

test('five dissolved and nine formed reconcile, and taking a merger back restores every line', async () => {
  const { office, model } = await beginOffice(database)
  const [street, , west, , , , committee] = [...model.now.keys()] as string[]
  const branch = (name: string, more = {}) => ({
    name,
    kind: '631',
    founded_in: 'unit',
    parent_id: committee as string,
    seat_id: west as string,
    unit_id: null,
    ...more,
  })
  const found = (name: string) => office.establish('organisation', '2016-01-01', branch(name), { code: name })
  const [a, b, c] = [await found('Q1'), await found('Q2'), await found('Q3')]
  const sheet = async () => {
    const period = { from: '2018-01-01', through: '2018-12-31' } as never
    const balance = balanceNamed(office.figures, 'organisation.organisations')
    const { opening, comings, goings, closing, closes } = await balanceSheet(
      office.figures,
      office.whole,
      balance,
      { node: street, period },
      true,
    )
    const lines = [...comings, ...goings].filter(({ value }) => value !== '0')
    return {
      opening: opening.value,
      lines: Object.fromEntries(
        lines.map(({ figure, value }) => [figure.slice('organisation.'.length), value]),
      ),
      closing: closing.value,
      closes,
    }
  }
  const before = await sheet()
  await office.happen('organisation', c, 'dissolved', '2018-03-01', { cause: 'shell' })
  const { deed } = await office.deed('organisation', 'merge', '2018-05-01', {
    ending: [a, b].map((id) => ({ id, sets: {} })),
    lasting: [],
    beginning: [{ name: 'Q4', header: { code: 'Q4' }, sets: branch('Q4', { kind: '632' }) }],
    moves: [],
  })
  expect(await sheet()).toEqual({
    opening: before.opening,
    lines: { came_of_mergers: '1', went_dissolved: '1', went_merged: '2' },
    closing: String(Number(before.opening) - 2),
    closes: true,
  })
  await office.correctDeed('organisation', deed, { neverWas: true })
  expect(await sheet()).toEqual({
    opening: before.opening,
    lines: { went_dissolved: '1' },
    closing: String(Number(before.opening) - 1),
    closes: true,
  })
})
