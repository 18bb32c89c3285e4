import type { Text } from '../text.ts'
import type { RowDimension, RowSet } from './row-set.ts'

/** How rows become a number: their count, the count of their distinct keys, or the sum of their amounts. */
export type Measure =
  | { readonly by: 'count' }
  | { readonly by: 'distinct'; readonly of: Text }
  | { readonly by: 'sum'; readonly of: Text; readonly scale: number }

type Named = {
  /** `<area>.<name>`, never used again for something else. */
  readonly id: string
  readonly version: number
  readonly label: Text
  readonly theme: Text
  readonly unit: Text
  readonly decimals: number
  /** Said after the generated definition, where the count alone does not explain itself. */
  readonly remark?: Text
  /** Left out of the overview: it is shown together with others on a page of its own. */
  readonly apart?: true
}

export type Stock = Named & { readonly kind: 'stock'; readonly rows: RowSet; readonly measure: Measure }
export type Flow = Named & { readonly kind: 'flow'; readonly rows: RowSet; readonly measure: Measure }
/** Of fewer cases there is no value: those of its rows, or those that its denominator counts. */
type OfCases = { readonly leastCases?: number }
type OfAmounts = Named & OfCases & { readonly rows: RowSet; readonly amount: Text; readonly scale: number }
export type Mean = OfAmounts & { readonly kind: 'mean' }
/** Of these the database's fraction times a number of rows is exact where it is whole (tested), so that none is rounded up to the next. */
export type Percent = 25 | 50 | 75 | 90 | 95
/** The amount of one row, by nearest rank: of the n that have one, in ascending order, that at percent × n ÷ 100, rounded up. */
export type Percentile = OfAmounts & { readonly kind: 'percentile'; readonly percent: Percent }
export type Counted = Stock | Flow | Mean | Percentile
type Inputs<Kind extends string> = Named &
  OfCases & {
    readonly kind: Kind
    readonly numerator: Counted
    readonly denominator: Counted
  }
export type Ratio = Inputs<'ratio'>
/** A ratio whose numerator is a part of its denominator; it never exceeds 100 %. */
export type Share = Inputs<'share'>
export type Difference = Named & {
  readonly kind: 'difference'
  readonly minuend: Counted
  readonly subtrahend: Counted
}
export type Figure = Counted | Ratio | Share | Difference

export const percent: Text = { zh: '%', en: '%' }

export const stock = (figure: Omit<Stock, 'kind'>): Stock =>
  checked({ ...figure, kind: 'stock' }, figure.rows, 'asOf')
export const flow = (figure: Omit<Flow, 'kind'>): Flow =>
  checked({ ...figure, kind: 'flow' }, figure.rows, 'period')
export const mean = (figure: Omit<Mean, 'kind'>): Mean => ({ ...figure, kind: 'mean' })
export const percentile = (figure: Omit<Percentile, 'kind'>): Percentile => {
  if (figure.rows.moves) throw new Error(`${figure.id}: rows that move have no amount to be ranked by`)
  return { ...figure, kind: 'percentile' }
}
export const ratio = (figure: Omit<Ratio, 'kind'>): Ratio => ({ ...figure, kind: 'ratio' })
export const share = (figure: Omit<Share, 'kind'>): Share => ({ ...figure, kind: 'share' })
export const difference = (figure: Omit<Difference, 'kind'>): Difference => ({
  ...figure,
  kind: 'difference',
})

function checked<F extends Figure>(figure: F, rows: RowSet, dated: RowSet['dated']): F {
  if (rows.dated !== dated)
    throw new Error(
      `${figure.id}: a ${figure.kind} needs rows dated by ${dated}, ${rows.id} is by ${rows.dated}`,
    )
  return figure
}

/** The counted figures that a figure is made of, numerator or minuend first. */
export function inputsOf(figure: Figure): readonly Counted[] {
  if (figure.kind === 'ratio' || figure.kind === 'share') return [figure.numerator, figure.denominator]
  if (figure.kind === 'difference') return [figure.minuend, figure.subtrahend]
  return [figure]
}

/** The kinds by which a figure of one set of rows can be told apart. */
export function kindsOf(figure: Figure): Readonly<Record<string, Text>> {
  const [only, another] = inputsOf(figure)
  return another ? {} : (only?.rows.kinds ?? {})
}

/** The dimensions that all its rows have, of which each part is one of the figure. */
export function recordDimensionsOf(figure: Figure): Readonly<Record<string, RowDimension>> {
  const [first, ...others] = inputsOf(figure).map(({ rows }) => rows.dimensions ?? {})
  return Object.fromEntries(
    Object.entries(first ?? {}).filter(([name, { record }]) =>
      others.every((other) => other[name]?.record === record),
    ),
  )
}

/** Whether it counts keys, each once however many rows bear it. */
export const isDistinct = (input: Counted): boolean => 'measure' in input && input.measure.by === 'distinct'

/** The amounts of its rows that it adds up, averages or ranks, and their scale; null where it heeds none. */
export function amountsOf(input: Counted): { readonly of: Text; readonly scale: number } | null {
  if (!('measure' in input)) return { of: input.amount, scale: input.scale }
  return input.measure.by === 'sum' ? input.measure : null
}

export const takes = (figure: Figure): 'asOf' | 'period' =>
  inputsOf(figure).some((input) => input.rows.dated === 'period') ? 'period' : 'asOf'

/** Adds what was counted in several periods. Only flows add up over time: a stock does not compile. */
export function addOverTime(figure: Flow, values: readonly bigint[]): bigint {
  if (figure.measure.by === 'distinct')
    throw new Error(`${figure.id} counts distinct keys, which do not add up over time`)
  return values.reduce((sum, value) => sum + value, 0n)
}
