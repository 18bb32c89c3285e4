import type { Text } from '../text.ts'
import { leastCasesOf } from './absence.ts'
import { type Counted, type Figure, inputsOf } from './figure.ts'

/** The definition (口径) of a figure in words, made from its declaration and from nothing else. */
export function definitionOf(figure: Figure): Text {
  const body = sentence(figure)
  const few = leastCasesOf(figure)
  const version = { zh: `（口径版本${figure.version}）`, en: ` (definition version ${figure.version})` }
  return {
    zh: `${body.zh}${few?.zh ?? ''}${figure.remark?.zh ?? ''}${version.zh}`,
    en: `${[body.en, few?.en, figure.remark?.en].filter(Boolean).join(' ')}${version.en}`,
  }
}

function sentence(figure: Figure): Text {
  const [first, second] = inputsOf(figure).map(counted) as [Text, Text?]
  switch (figure.kind) {
    case 'stock':
    case 'flow':
    case 'mean':
    case 'percentile':
      return { zh: `${when(figure).zh}${first.zh}。`, en: `${when(figure).en}${first.en}.` }
    case 'ratio':
    case 'share':
      return {
        zh: `分子：${when(figure.numerator).zh}${first.zh}；分母：${when(figure.denominator).zh}${second?.zh}；结果以百分数表示，保留${figure.decimals}位小数，四舍五入。`,
        en: `Numerator: ${when(figure.numerator).en}${first.en}. Denominator: ${when(figure.denominator).en}${second?.en}. In per cent, ${figure.decimals} decimals, half up.`,
      }
    case 'difference':
      return {
        zh: `${when(figure.minuend).zh}${first.zh}，减去${when(figure.subtrahend).zh}${second?.zh}。`,
        en: `${when(figure.minuend).en}${first.en}, less ${when(figure.subtrahend).en}${second?.en}.`,
      }
  }
}

function when(figure: Counted): Text {
  return figure.rows.dated === 'asOf'
    ? { zh: '截至所选日期，', en: 'On the chosen day, ' }
    : { zh: '在所选期间内（含首尾两日），', en: 'Within the chosen period (both days included), ' }
}

function counted(figure: Counted): Text {
  const { words } = figure.rows
  if (figure.kind === 'mean') {
    return {
      zh: `${words.zh}的${figure.amount.zh}的平均值`,
      en: `the mean ${figure.amount.en} of ${words.en}`,
    }
  }
  if (figure.kind === 'percentile') {
    const { percent, amount } = figure
    return {
      zh: `${words.zh}的${amount.zh}的${percent === 50 ? '中位数' : `第${percent}百分位数`}（最近秩法：由小到大排列，取第“条数×${percent}%”条，有小数的进位取整）`,
      en: `the ${percent === 50 ? 'median' : `${percent}th percentile of the`} ${amount.en} of ${words.en} (nearest rank: in ascending order, the one at ${percent} % of their number, rounded up)`,
    }
  }
  switch (figure.measure.by) {
    case 'count':
      return { zh: `${words.zh}的数量`, en: `the number of ${words.en}` }
    case 'distinct':
      return {
        zh: `${words.zh}按${figure.measure.of.zh}去重后的数量`,
        en: `the number of distinct ${figure.measure.of.en} among ${words.en}`,
      }
    case 'sum':
      return {
        zh: `${words.zh}的${figure.measure.of.zh}合计`,
        en: `the total ${figure.measure.of.en} of ${words.en}`,
      }
  }
}
