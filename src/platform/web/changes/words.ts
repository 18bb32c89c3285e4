import { type Text, text } from '../../text.ts'

export const changesWords = {
  title: text('变更记录', 'What changed'),
  line: text('谁在什么时候记下了什么，最新的在前', 'Who wrote down what and when, the newest first'),
  since: text('自哪一天起', 'Since'),
  empty: text('这段时间没有人记下什么。', 'Nothing was recorded in this time.'),
  bulk: text('（见整批变更）', '(the whole act)'),
  records: text('涉及的记录', 'Records'),
  gone: text('（已更正为从未有过）', '(corrected: it never was)'),
  more: (count: number): Text => text(`等，另有 ${count} 条`, `and ${count} more`),
}
