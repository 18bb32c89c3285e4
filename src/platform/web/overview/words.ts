import { type Text, text } from '../../text.ts'

export const overviewWords = {
  title: text('总览', 'Overview'),
  empty: text(
    '还没有可以数的记录。请先在“导入导出”里导入台账。',
    'There is nothing to count yet. Begin by importing ledgers under “Import and export”.',
  ),
  noFigures: text('您的账号没有可看的指标。', 'There is no figure that your account may see.'),
  absent: text('没有数值', 'No value'),
  placeOnly: text('此指标只按地点统计', 'Counted by place only'),
  points: (change: string): Text => text(`${change} 个百分点`, `${change} percentage points`),
  against: (when: Text, change: Text): Text =>
    text(`较${when.zh} ${change.zh}`, `${change.en} against ${when.en}`),
}
