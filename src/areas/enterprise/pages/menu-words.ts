import { text } from '../../../platform/text.ts'

/** What the menu calls the area and its pages, apart from their other words: whoever signs in does not load those. */
export const menuWords = {
  area: text('服务企业', 'Companies'),
  board: text('领导小组一览', 'Leading group'),
  drive: text('两个覆盖攻坚', 'Coverage drive'),
  zones: text('片区责任', 'Who answers for which zone'),
  pairing: text('挂钩联系', 'Who is paired with whom'),
  card: text('挂钩和联系', 'Pairing and contacts'),
  requests: text('企业诉求', 'Requests'),
  reminders: text('今日提醒', 'Reminders'),
  guide: text('办理', 'Open'),
}
