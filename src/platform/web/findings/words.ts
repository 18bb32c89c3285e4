import { type Text, text } from '../../text.ts'

export const findingsWords = {
  title: text('规则提示', 'Findings'),
  count: (count: number): Text => text(`${count} 条`, count === 1 ? '1 finding' : `${count} findings`),
  none: text('这个地点在这一天没有规则提示。', 'No rule is broken in this place on this day.'),
  group: (name: Text, count: number): Text => text(`${name.zh}（${count}）`, `${name.en} (${count})`),
}
