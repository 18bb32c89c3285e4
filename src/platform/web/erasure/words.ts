import { type Text, text } from '../../text.ts'

export const erasureWords = {
  title: (name: string): Text => text(`${name}：删除个人信息`, `${name}: erase personal data`),
  line: text(
    '清空下列内容，以前各个时间的记载一并清空，不能恢复。记录本身和统计数字不变。',
    'Empties these values, in every earlier version too, for ever. The record itself and every figure stay as they are.',
  ),
  what: text('将清空', 'Will be emptied'),
  field: text('栏目', 'Field'),
  now: text('现在的内容', 'Now'),
  related: (count: number): Text =>
    text(
      `另有 ${count} 条记录提到它，都保留，只是不再显示姓名。`,
      count === 1
        ? '1 record names it: it stays, and shows no name any more.'
        : `${count} records name it: they stay, and show no name any more.`,
    ),
  nothing: text('已经没有可以清空的内容。', 'There is nothing left to empty.'),
  reason: text('依据和事由', 'Ground and reason'),
  reasonHelp: text(
    '如本人依法请求删除、保存期限已满。写明受理编号，不写个人信息。',
    'Such as a request of the person or the end of the retention. Give the number of the request, and no personal value.',
  ),
  reasonShort: text('请写明依据和事由。', 'Say on what ground.'),
  erase: text('永久清空', 'Erase for ever'),
  erasing: text('正在清空…', 'Erasing…'),
  done: text('个人信息已清空', 'The personal values are erased'),
  back: text('返回', 'Back'),
}
