import { text, type Text } from '../../text.ts'

export const ownRoleWords = {
  title: text('我的角色与请假转交', 'My roles and absence'),
  line: text(
    '您现在能做什么、依据是什么。请假、出差期间，可以把自己的角色转交给同事，到期自动收回。',
    'What you may do now, and why. For an absence you may hand a role of yours on to a colleague; it comes back by itself at its end.',
  ),
  own: text('我的角色', 'My roles'),
  none: text('您现在没有角色。', 'You hold no role.'),
  role: text('角色', 'Role'),
  place: text('范围', 'Over which place'),
  since: text('起', 'Since'),
  until: text('止（当日不含）', 'Until, not that day'),
  noEnd: text('长期', 'No end'),
  why: text('依据', 'Why'),
  acts: text('办理', 'Acts'),
  handOn: text('转交', 'Hand on'),
  handOnName: (role: Text): Text => text(`转交“${role.zh}”`, `Hand on “${role.en}”`),
  handOnHelp: (days: number): Text =>
    text(
      `对方在这段时间内与您有同样的权限，记录里写明是由您转交的；不能再转给别人。最长${days}天。您自己的角色照常有效。`,
      `For that time they may do what you may, and the records say that it was handed on by you; they cannot hand it further. At most ${days} days. Your own role goes on.`,
    ),
  to: text('转交给', 'To whom'),
  choosePerson: text('请选择同事', 'Choose a colleague'),
  over: text('范围', 'Over which place'),
  from: text('自哪一天起', 'From which day'),
  end: text('到哪一天结束', 'Until which day'),
  endHelp: text('当天起不再有效。', 'From that day it no longer counts.'),
  reason: text('原因', 'Reason'),
  reasonHelp: text('如：休假、出差、学习。', 'Such as leave, travel or a course.'),
  missing: text('请填写这一项。', 'Fill this in.'),
  tooLong: (days: number): Text =>
    text(`最长${days}天，请填较早的日期。`, `At most ${days} days: choose an earlier day.`),
  confirm: text('转交', 'Hand on'),
  done: (role: Text, name: string): Text =>
    text(`已将“${role.zh}”转交给${name}。`, `“${role.en}” is handed on to ${name}.`),
  handedOn: text('我转交出去的', 'What I handed on'),
  nothingHandedOn: text('没有转交出去的角色。', 'Nothing is handed on.'),
  receiver: text('接收人', 'To'),
  takeBack: text('收回', 'Take back'),
  takeBackName: (role: Text, name: string): Text =>
    text(`从${name}处收回“${role.zh}”`, `Take back “${role.en}” from ${name}`),
  takenBack: (role: Text, name: string): Text =>
    text(`已从${name}处收回“${role.zh}”。`, `“${role.en}” is taken back from ${name}.`),
  state: text('状态', 'State'),
  states: {
    coming: text('未到日期', 'Not yet'),
    in_force: text('有效', 'Counts'),
    resting: text('暂不生效', 'Does not count now'),
    ended: text('已结束', 'Ended'),
  },
}
