import { type Text, text } from '../../text.ts'

export const balanceWords = {
  along: text('按什么统计', 'Counted along'),
  byPlace: text('按地点', 'Places'),
  byLine: text('按隶属', 'The line'),
  kind: text('类别', 'Kind'),
  everyKind: text('全部类别', 'Every kind'),
  line: text('项目', 'Line'),
  number: (unit: Text): Text => text(`数量（${unit.zh}）`, `Number (${unit.en})`),
  opening: (day: Text): Text => text(`期初（${day.zh}）`, `Opening (${day.en})`),
  closing: (day: Text): Text => text(`期末（${day.zh}）`, `Closing (${day.en})`),
  came: text('增加合计', 'All that came'),
  went: text('减少合计', 'All that went'),
  sign: text('加或减', 'Plus or less'),
  plus: text('加', 'plus'),
  minus: text('减', 'less'),
  equals: text('等于', 'makes'),
  formula: (opening: string, came: string, went: string, closing: string): Text =>
    text(
      `期初 ${opening} ＋ 增加 ${came} － 减少 ${went} ＝ 期末 ${closing}`,
      `Opening ${opening} + came ${came} − went ${went} = closing ${closing}`,
    ),
  open: (label: string): Text => text(`${label}：看明细`, `${label}: open its rows`),
  broken: (expected: string, closing: string): Text =>
    text(
      `这张表不平：按各行推算期末应为 ${expected}，实际为 ${closing}。请把本页地址告诉管理员。`,
      `This sheet does not add up: its lines make ${expected}, and the closing is ${closing}. Tell the administrator the address of this page.`,
    ),
  help: text(
    '点数字看构成它的记录。期初是期间开始前一天的数。',
    'A number opens the records that it counts. The opening is that of the day before the period.',
  ),
}
