import { rowWords } from '../../figures/row-words.ts'
import { type Text, text } from '../../text.ts'

export const figureWords = {
  ...rowWords,
  unknown: text('没有这个指标', 'There is no such figure'),
  definition: text('口径', 'Definition'),
  absent: text('没有数值', 'No value'),
  numerator: text('分子', 'Numerator'),
  denominator: text('分母', 'Denominator'),
  placeOnly: (place: string): Text =>
    text(
      `这个指标只按地点统计，下面按地点“${place}”计。`,
      `This figure is counted by place only; below it is counted in ${place}.`,
    ),
  oneKind: (kind: Text): Text => text(`只计类别：${kind.zh}`, `Only of the kind: ${kind.en}`),
  onePart: (dimension: Text, part: Text): Text =>
    text(`只计${dimension.zh}：${part.zh}`, `Only of the ${dimension.en.toLowerCase()}: ${part.en}`),
  everyRow: text('计全部记录', 'Count every record'),
  everyKind: text('计全部类别', 'Count every kind'),
  whole: text('按全部地点计数', 'Counted over all places'),
  partly: (names: string): Text =>
    text(`只计您可见的地点：${names}`, `Counted only over the places that you may see: ${names}`),
  breakdown: text('分组', 'Break-down'),
  by: {
    place: text('按地点', 'By place'),
    month: text('按月', 'By month'),
    kind: text('按类别', 'By kind'),
  },
  part: {
    place: text('地点', 'Place'),
    month: text('月份', 'Month'),
    kind: text('类别', 'Kind'),
  },
  byRegister: (label: Text): Text => text(`按${label.zh}`, `By ${label.en.toLowerCase()}`),
  noParts: text('没有可以分组的记录。', 'There is nothing to break down.'),
  chart: (label: Text, by: Text): Text =>
    text(`${label.zh}，${by.zh}的条形图`, `Bar chart of ${label.en}, ${by.en.toLowerCase()}`),
  rows: text('构成这个数的记录', 'The records that it counts'),
  rowCount: (shown: Text, count: number): Text =>
    text(`${shown.zh}，共 ${count} 条`, `${shown.en}, ${count} ${count === 1 ? 'row' : 'rows'}`),
  rowSum: (sum: string): Text => text(`合计 ${sum}`, `sum ${sum}`),
  exportRows: text('导出这些记录', 'Export these rows'),
  exporting: text('正在导出…', 'Exporting…'),
  rowsClosed: text(
    '您可以看这个数，但没有查看其记录的权限。需要时请找本单位管理员。',
    'You may see this number, but not the records behind it. Ask your administrator if you need them.',
  ),
  noRows: text('没有记录计入这个数。', 'No record counts towards it.'),
  explain: text('与另一时点比较', 'Compare with another time'),
  explainHelp: text(
    '列出两个时点之间进入、离开和变动的记录，以及原因。',
    'Lists the records that entered, left or changed between the two, each with its cause.',
  ),
  otherDay: text('另一时点', 'The other day'),
  otherPeriod: text('另一期间', 'The other period'),
  otherKnown: text('按哪一天所知', 'As known on'),
  otherKnownHelp: text('不选则与本页所知相同。', 'Empty: as this page knows it.'),
  compare: text('比较', 'Compare'),
  stop: text('收起', 'Close'),
  before: text('较早', 'Earlier'),
  after: text('本页', 'This page'),
  entered: (count: number): Text => text(`进入 ${count} 条`, `Entered: ${count}`),
  left: (count: number): Text => text(`离开 ${count} 条`, `Left: ${count}`),
  changed: (count: number): Text => text(`变动 ${count} 条`, `Changed: ${count}`),
  nothing: text('没有。', 'None.'),
  causes: text('原因', 'Cause'),
  document: (number: string): Text => text(`文号 ${number}`, `document ${number}`),
  recorded: (when: string, actor: string): Text =>
    text(`${actor} 于 ${when} 记录`, `recorded by ${actor} on ${when}`),
}
