import { formatDay, type Day } from '../../values/day.ts'
import { type Text, text } from '../../text.ts'

export const searchWords = {
  search: text('查找一切记录', 'Search everything'),
  placeholder: text('查找一切（按 / ）', 'Search (press /)'),
  results: text('查找结果', 'What was found'),
  none: (typed: string): Text =>
    text(
      `没有找到“${typed}”。可以只输一部分，或拼音首字母；电话号码要输全。`,
      `Nothing bears “${typed}”. Try a part of it, or the initials of its pinyin; a telephone number only finds when whole.`,
    ),
  found: (count: number): Text => text(`找到 ${count} 条`, `${count} found`),
  group: (plural: Text, count: number): Text => text(`${plural.zh}（${count}）`, `${plural.en} (${count})`),
  all: text('在列表里查看', 'Show them in the list'),
  otherName: (name: string): Text => text(`又名 ${name}`, `also ${name}`),
  inForce: text('有效', 'In force'),
  begins: (day: Day): Text =>
    text(`${formatDay(day, 'zh', 'text')}起`, `from ${formatDay(day, 'en', 'text')}`),
  ended: (day: Day): Text =>
    text(`${formatDay(day, 'zh', 'text')}止`, `until ${formatDay(day, 'en', 'text')}`),
  notThatDay: text('当日无效', 'Not in force that day'),
}
