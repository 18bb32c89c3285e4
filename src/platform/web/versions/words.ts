import { type Text, text } from '../../text.ts'

export const versionWords = {
  title: (name: string): Text => text(`${name}：版本比较`, `${name}: two versions`),
  toRecord: text('回到记录', 'Back to the record'),
  compare: text('与现在比较', 'Compare with now'),
  before: text('较早的版本', 'Earlier version'),
  after: text('较晚的版本', 'Later version'),
  version: (change: string, moment: string, actor: string): Text =>
    text(`第${change}号变更，${moment}，${actor}`, `Change ${change}, ${moment}, ${actor}`),
  differences: text('不同之处', 'What differs'),
  none: text('两个版本没有不同。', 'The two versions are the same.'),
  what: text('内容', 'What'),
  fixed: text('固定项', 'Fixed value'),
  inEarlier: text('较早的版本', 'In the earlier'),
  inLater: text('较晚的版本', 'In the later'),
  notRecorded: text('没有记录', 'Not recorded'),
  sameOtherwise: text('其他内容相同', 'Otherwise the same'),
  document: (no: string): Text => text(`文号 ${no}`, `Document ${no}`),
  partOfDeed: text(
    '（属于涉及多个记录的变动，不能单独恢复）',
    '(part of an act over several records; not restored alone)',
  ),
  choose: (what: string): Text => text(`选择恢复：${what}`, `Restore: ${what}`),
  chooseAll: text('全部选择', 'Choose all'),
  tick: text('勾选要恢复的内容，再按“恢复”。', 'Tick what is to come back, then restore it.'),
  restore: (count: number): Text =>
    text(`恢复所选 ${count} 处`, count === 1 ? 'Restore the one chosen' : `Restore the ${count} chosen`),
  restoreHelp: text(
    '恢复按更正处理：所选内容改回较早的版本，现在的版本仍可查看。请写明原因。',
    'Restoring is a correction: what is chosen goes back to the earlier version, and the present one stays readable. Say why.',
  ),
  restored: text('已恢复所选内容。', 'What was chosen has been restored.'),
  againstNow: text('只能恢复与现在比较的结果。', 'Only what differs from now can be restored.'),
}
