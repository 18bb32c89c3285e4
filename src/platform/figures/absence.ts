import { type Text, text } from '../text.ts'
import { amountsOf, type Figure, type Mean, type Percentile, type Ratio, type Share } from './figure.ts'

/** Why there is no value. */
export type Absent = { readonly code: string; readonly words: Text }

export const notYetRecorded: Absent = {
  code: 'not_yet_recorded',
  words: text('尚未录入，不能统计', 'Not yet recorded'),
}
/** What a figure cannot do without was never recorded. */
export const notSetUp = (words: Text): Absent => ({ code: 'not_set_up', words })
/** A reason that holds of the whole office, and so of each part and node. */
export const holdsEverywhere = (absent: Absent | null | undefined): boolean =>
  absent?.code === notYetRecorded.code || absent?.code === 'not_set_up'
export const noRows: Absent = { code: 'no_rows', words: text('没有可计算的记录', 'No rows to compute from') }
export const nothingToDivideBy: Absent = {
  code: 'zero_denominator',
  words: text('分母为零，不能计算比例', 'The denominator is zero'),
}

type OfCases = Mean | Percentile | Ratio | Share

/** Of what the figure is made is shown all the same. */
export function tooFewCases(figure: OfCases, leastCases: number): Absent {
  const few = fewCases(figure, leastCases)
  const none = notShown[figure.kind]
  return { code: 'too_few_cases', words: text(`${few.zh}，${none.zh}`, `${few.en}: ${none.en}`) }
}

/** The part of a definition that says from how many cases on there is a value; null where one case is enough. */
export function leastCasesOf(figure: Figure): Text | null {
  if (!('leastCases' in figure) || figure.leastCases === undefined) return null
  const few = fewCases(figure, figure.leastCases)
  const none = notShown[figure.kind]
  return text(`${few.zh}时${none.zh}。`, `${few.en}: ${none.en}.`)
}

function fewCases(figure: OfCases, leastCases: number): Text {
  if (!('denominator' in figure))
    return text(`不足${leastCases}${rows.zh}`, `Fewer than ${leastCases} ${rows.en}`)
  const { denominator } = figure
  // An amount is no number of cases: where amounts are divided by, their rows are the cases.
  const { zh } = amountsOf(denominator) ? rows : denominator.unit
  return text(`分母不足${leastCases}${zh}`, `Fewer than ${leastCases} cases in the denominator`)
}

const rows = text('条', 'rows')
const noRate = text('不计算比率', 'no rate is shown')
const notShown: Readonly<Record<OfCases['kind'], Text>> = {
  ratio: noRate,
  share: noRate,
  mean: text('不计算平均值', 'no mean is shown'),
  percentile: text('不计算分位数', 'no percentile is shown'),
}
