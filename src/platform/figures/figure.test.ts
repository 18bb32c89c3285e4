import { expect, expectTypeOf, test } from 'vitest'
import { alpha, holders, holdersInForce } from '../testing/two-areas/alpha.ts'
import { paymentsMade } from '../testing/two-areas/beta-rows.ts'
import { holdersPaid, made, paid, standing } from '../testing/two-areas/beta-figures.ts'
import { recordsEngine } from '../records/engine.ts'
import { text } from '../text.ts'
import { addOverTime, flow, type Flow, inputsOf, percentile, type Stock, stock, takes } from './figure.ts'
import { figuresOf, figureNamed, onLine } from './registry.ts'
import { Refusal } from '../refusal.ts'

const named = {
  version: 1,
  label: text('甲', 'A'),
  theme: text('甲', 'A'),
  unit: text('个', 'ones'),
  decimals: 0,
}
const count = { by: 'count' } as const
const trees = alpha.hierarchies ?? []
const [place] = trees
const noKeys = () => undefined as never
const registered = (...args: Partial<Parameters<typeof figuresOf>[2]>) =>
  figuresOf(undefined as never, recordsEngine(alpha.records, place as never, noKeys), args as never, trees)

test('a stock over rows of a period, and a flow over rows of a day, do not load', () => {
  expect(() => stock({ ...named, id: 'beta.wrong', rows: paymentsMade, measure: count })).toThrow(
    /beta\.wrong.*asOf/,
  )
  expect(() => flow({ ...named, id: 'beta.wrong', rows: holdersInForce, measure: count })).toThrow(
    /beta\.wrong.*period/,
  )
})

test('rows that move bear no amount, so a percentile over them does not load', () => {
  const ranked = { ...named, id: 'beta.wrong', amount: text('额', 'amount'), scale: 0, percent: 50 } as const
  const rows = { ...paymentsMade, moves: { direction: 'in', by: [] } } as const
  expect(() => percentile({ ...ranked, rows })).toThrow(/beta\.wrong.*no amount/)
  expect(percentile({ ...ranked, rows: paymentsMade }).kind).toBe('percentile')
})

test('a figure declared twice, of an unknown record type, or with an id that names no area, does not load', () => {
  expect(() => registered(holders, holders)).toThrow(/alpha\.holders is declared twice/)
  expect(() => registered(made)).toThrow(/beta\.made.*beta\.payment/)
  expect(() => registered({ ...holders, id: 'holders' })).toThrow(/holders/)
  const decided = { ...holdersInForce, decidedBy: { record: 'beta.payment', placeColumn: 'holder_id' } }
  expect(() => registered({ ...holders, rows: decided })).toThrow(/beta\.payment/)
  expect(() =>
    figuresOf(undefined as never, recordsEngine([], place as never, noKeys), [], trees.slice(0, 1)),
  ).toThrow(/"line"/)
  expect(() => registered(holders)).not.toThrow()
})

test('a figure that is not there is refused by its name', () => {
  expect(() => figureNamed(registered(holders), 'alpha.none')).toThrow(Refusal)
})

test('flows add up over time; a stock does not compile, and distinct keys are refused', () => {
  expect(addOverTime(paid, [10005n, 33n])).toBe(10038n)
  expectTypeOf(addOverTime).parameter(0).toEqualTypeOf<Flow>()
  expectTypeOf<Stock>().not.toExtend<Flow>()
  // @ts-expect-error a stock of January and one of February are not the stock of both
  addOverTime(standing, [1n, 2n])
  expect(() => addOverTime(holdersPaid, [1n, 2n])).toThrow(/distinct/)
})

test('what a figure takes and where it can be asked follows from its rows', () => {
  expect([takes(holders), takes(made)]).toEqual(['asOf', 'period'])
  expect([onLine(holders), onLine(made)]).toEqual([true, false])
  expect(inputsOf(holders)).toEqual([holders])
})
