import { type Text, text } from '../../../platform/text.ts'
import { menuWords } from './menu-words.ts'

export const driveWords = {
  title: menuWords.drive,
  choose: text('攻坚行动', 'Drive'),
  none: text(
    '所选日期还没有启动攻坚行动。请先在“攻坚行动”中登记启动，再把企业列入名单；或者换一个日期。',
    'No drive has been launched by the day chosen. Record its launch under “Drives”, then list the companies; or choose another day.',
  ),
  launched: text('启动', 'Launched'),
  length: text('为期', 'Length'),
  lengthOf: (days: number, last: Text): Text =>
    text(`${days}天（自然日），至${last.zh}`, `${days} natural days, until ${last.en}`),
  progress: text('进度', 'Progress'),
  dayOf: (nth: number, days: number): Text =>
    nth > days ? text('已期满', 'The days are over') : text(`第${nth}天`, `Day ${nth} of ${days}`),
  endedOn: (day: Text): Text => text(`${day.zh}决定结束`, `ended by decision on ${day.en}`),
  census: text('摸底', 'Census'),
  list: text('名单', 'List'),
  lists: {
    today: text('当日名单', 'The day’s list'),
    opening: text('启动名单', 'The opening list'),
  },
  qualifying: text('“三有”企业（家）', 'Three-have companies'),
  organised: text('党组织覆盖（家）', 'Covered by an organisation'),
  rate: text('组织覆盖率（%）', 'Organisational coverage (%)'),
  worked: text('党的工作覆盖（家）', 'Covered by Party work'),
  workRate: text('工作覆盖率（%）', 'Work coverage (%)'),
  noRate: text('没有“三有”企业', 'No company qualifies'),
  full: (covered: number): Text =>
    text(
      `可以写“党组织全覆盖”：当日名单${covered}家“三有”企业全部由党组织覆盖，摸底已结束。`,
      `Full organisational coverage may be said: all ${covered} three-have companies of the day’s list are covered, and the census is closed.`,
    ),
  notFull: (left: number, open: boolean): Text =>
    text(
      `还不能写“全覆盖”：${[left > 0 ? `还有${left}家未覆盖` : '', open ? '摸底没有结束' : ''].filter(Boolean).join('，')}。`,
      `Full coverage may not be said yet: ${[left > 0 ? `${left} companies are not covered` : '', open ? 'the census is not closed' : ''].filter(Boolean).join(', and ')}.`,
    ),
  curve: text('逐日组织覆盖率（%）', 'Organisational coverage day by day (%)'),
  changes: text('有变化的日子', 'Days on which something changed'),
  day: text('日期', 'Day'),
  help: text(
    '每一天都按当天有效的党组织、名单和登记状态统计。后来发现的企业只改当日名单，不改启动名单。',
    'Each day is counted from the organisations, lists and registrations of that day. A company found later changes the day’s list and not the opening list.',
  ),
}
