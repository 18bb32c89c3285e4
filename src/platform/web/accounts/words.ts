import { titles } from '../shell/titles.ts'
import { type Text, text } from '../../text.ts'
import type { Day } from '../../values/day.ts'

export const accountWords = {
  title: titles.accounts,
  line: text(
    '谁可以登录，在什么范围内做什么。这里看不到业务数据。',
    'Who may sign in, and do what where. No records are shown here.',
  ),
  list: text('账号', 'Accounts'),
  person: text('姓名和登录名', 'Name and user name'),
  roles: text('角色', 'Roles'),
  lastSignIn: text('上次登录', 'Last sign-in'),
  acts: text('办理', 'Acts'),
  neverSignedIn: text('从未登录', 'Never'),
  noRoles: text('没有角色，登录后什么也看不到', 'No role: sees nothing after signing in'),
  published: text('演示账号', 'Demonstration'),
  own: text('本人', 'You'),
  oneTime: text('一次性密码未改', 'One-time password not changed yet'),
  wholeOffice: text('全单位', 'Whole office'),
  unknownPlace: text('（地点已不存在）', '(place no longer there)'),
  since: (from: Day): Text => text(`${from} 起`, `from ${from}`),
  ends: (from: Day, to: Day): Text => text(`${from} 起，${to} 结束`, `from ${from}, ends ${to}`),
  ended: (from: Day, to: Day): Text => text(`${from} 起，${to} 已结束`, `from ${from}, ended ${to}`),
  coming: text('未到日期', 'Not yet'),
  resting: text('暂不生效', 'Does not count now'),
  granted: (by: string | null, on: Day | null): Text =>
    on === null
      ? text('早前授予', 'Granted before this was kept')
      : by === null
        ? text(`${on}在服务器上授予`, `Granted on the server on ${on}`)
        : text(`${by}于${on}授予`, `Granted by ${by} on ${on}`),
  withHolding: ({ words: what, to }: { words: Text; to: Day | null }): Text =>
    to === null
      ? text(`随职务：${what.zh}`, `With the post: ${what.en}`)
      : text(`随职务：${what.zh}，至${to}`, `With the post: ${what.en}, until ${to}`),
  handedOnBy: (by: string, reason: string | null): Text =>
    reason === null
      ? text(`${by}转交`, `Handed on by ${by}`)
      : text(`${by}转交：${reason}`, `Handed on by ${by}: ${reason}`),
  add: text('新增账号', 'Add an account'),
  grant: text('授予角色', 'Grant a role'),
  end: text('结束', 'End'),
  reset: text('重设密码', 'Reset password'),
  close: text('停用', 'Close'),
  closeHelp: text(
    '用于离职、调离或长期不用的账号。此账号的所有登录立即退出，不能再登录，角色不再生效；以后可以启用。',
    'For who has left, or an account that is not used. Every session of it ends, nobody signs in to it and its roles count no more, until it is opened again.',
  ),
  confirmClose: text('停用账号', 'Close the account'),
  closedDone: (name: string): Text => text(`已停用${name}的账号。`, `The account of ${name} is closed.`),
  open: text('启用', 'Open again'),
  openHelp: text(
    '密码和第二重验证不变，仍在期限内的角色重新生效。',
    'Password and second factor are as before, and the roles whose days last count again.',
  ),
  confirmOpen: text('启用账号', 'Open the account'),
  openedDone: (name: string): Text => text(`已启用${name}的账号。`, `The account of ${name} is open again.`),
  sessions: text('退出登录', 'End its sessions'),
  sessionsHelp: text(
    '用于设备遗失或怀疑被人使用。此账号的所有登录立即退出；密码不变，可以重新登录。',
    'For a lost device, or where somebody else may be using it. Every session ends; the password stays, so that it can be signed in to again.',
  ),
  confirmSessions: text('全部退出', 'End them all'),
  sessionsDone: (name: string): Text =>
    text(`已退出${name}的所有登录。`, `The sessions of ${name} are ended.`),
  reason: text('原因', 'Reason'),
  closedTag: (reason: string): Text => text(`已停用：${reason}`, `Closed: ${reason}`),
  unused: text('90天未登录', 'Unused for 90 days'),
  show: text('显示', 'Show'),
  shows: {
    all: text('全部账号', 'All accounts'),
    unused: text('90天未登录的账号', 'Accounts that nobody used for 90 days'),
    closed: text('已停用的账号', 'Closed accounts'),
  },
  noneShown: text('没有这样的账号。', 'There is no such account.'),
  factor: text('重置第二重验证', 'Reset second factor'),
  factorHelp: text(
    '用于手机丢失或更换。原验证器和恢复码立即失效，此账号的所有登录同时退出；密码不变。',
    'For a lost or replaced device. The authenticator and recovery codes stop working and every session of the account ends; the password stays.',
  ),
  confirmFactor: text('重置', 'Reset'),
  factorDone: (name: string): Text =>
    text(`已重置${name}的第二重验证。`, `The second factor of ${name} is reset.`),
  unlink: text('解除单点登录关联', 'Undo the link to single sign-on'),
  unlinkHelp: text(
    '用于关联错了人，或本人在统一身份认证的账号已不可靠。它开始的登录同时退出；密码不变，本人可以重新关联。',
    'For a link to the wrong person, or one that can no longer be trusted. The sessions that it began end; the password stays, and the person may link it anew.',
  ),
  confirmUnlink: text('解除关联', 'Undo the link'),
  unlinked: (name: string): Text =>
    text(`已解除${name}的单点登录关联。`, `The link of ${name} to single sign-on is undone.`),
  linked: text('已关联单点登录', 'Linked to single sign-on'),
  unlock: text('解除锁定', 'Unlock'),
  unlockHelp: text(
    '请先确认输错密码的是本人。解除后可以立即再试。',
    'Make sure first that it was the person who mistyped. They may try again at once.',
  ),
  confirmUnlock: text('解除', 'Unlock'),
  unlocked: (name: string): Text => text(`已解除${name}的锁定。`, `${name} is unlocked.`),
  locked: text('已锁定', 'Locked'),
  withFactor: text('有第二重验证', 'Second factor'),
  policy: text('登录要求', 'What sign-in asks for'),
  policyWho: text('谁必须设置第二重验证', 'Who must have a second factor'),
  policyOf: {
    nobody: text('不要求', 'Nobody'),
    roles: text('以下角色', 'These roles'),
    all: text('所有人', 'Everybody'),
  },
  policySessions: text('每个账号最多同时登录几处', 'Sessions an account may have at once'),
  policySessionsHelp: text(
    '1至50。超过时最早的一处自动退出。',
    '1 to 50. A further sign-in ends the oldest session.',
  ),
  policySaved: text('登录要求已保存，下一次操作起生效。', 'Saved; it counts from the next request.'),
  cancel: text('取消', 'Cancel'),
  of: (act: Text, name: string): Text => text(`${act.zh}：${name}`, `${act.en}: ${name}`),
  endName: (role: Text, name: string): Text =>
    text(`结束${name}的“${role.zh}”`, `End “${role.en}” of ${name}`),
  name: text('姓名', 'Name'),
  username: text('登录名', 'User name'),
  usernameHelp: text(
    '2至32个小写英文字母、数字、点、横线或下划线，以后不能改。',
    '2 to 32 lower-case Latin letters, digits, dots, hyphens or underscores. It cannot be changed later.',
  ),
  role: text('角色', 'Role'),
  chooseRole: text('请选择角色', 'Choose a role'),
  place: text('管辖范围', 'Over which place'),
  choosePlace: text('请选择范围', 'Choose a place'),
  placeHelp: text(
    '只能看到、登记这一范围内的情况。地点须先在地点台账里登记。',
    'They see and record what lies there, and nothing else. The place must be recorded first.',
  ),
  wholeOnly: text(
    '管理员管的是全单位，且不能兼任其他角色。',
    'An administrator is for the whole office, and holds no other role.',
  ),
  from: text('自哪一天起', 'From which day'),
  until: text('到哪一天结束', 'Until which day'),
  untilHelp: text(
    '当天起不再有此角色。长期有效可不填。',
    'From that day it no longer counts. Leave it empty for no end.',
  ),
  on: text('自哪一天起不再有此角色', 'From which day it no longer counts'),
  onHelp: text('选今天则立即生效。', 'Today takes effect at once.'),
  missing: text('请填写这一项。', 'Fill this in.'),
  tie: text('随职务（可不填）', 'With a post (optional)'),
  tieHelp: text(
    '输入姓名查找在任职务并选择。职务结束、更正或作废后，角色从下一次操作起不再生效。',
    'Enter a name to find a post that is held, and choose it. Once the post ends, is corrected or was never so, the role counts no more from the next request.',
  ),
  findHolding: text('姓名', 'Name of the person'),
  chosenHolding: text('职务', 'Post'),
  chooseHolding: text('不随职务', 'With no post'),
  noHoldings: text('没有找到此人在任的职务。', 'No post of this name is held.'),
  addHelp: text(
    '保存后显示一次性密码，请当面交给本人。角色由安全管理员另行授予。',
    'A one-time password is shown when you save; hand it over in person. The security administrator grants its roles.',
  ),
  resetHelp: text(
    '原密码立即失效，此账号的所有登录同时退出。新的一次性密码只显示一次。',
    'The old password stops working and every session of the account ends. The new one-time password is shown once.',
  ),
  save: text('保存', 'Save'),
  confirmReset: text('重设', 'Reset'),
  confirmEnd: text('结束角色', 'End the role'),
  grantedDone: (role: Text, name: string): Text =>
    text(`已授予${name}“${role.zh}”。`, `${name} now holds “${role.en}”.`),
  endedDone: (role: Text, name: string): Text =>
    text(`已办理${name}的“${role.zh}”结束。`, `The end of “${role.en}” of ${name} is entered.`),
  onceTitle: (username: string): Text =>
    text(`账号“${username}”的一次性密码`, `One-time password of “${username}”`),
  onceHelp: text(
    '只显示这一次，关闭后无法再查。请复制或抄下，当面交给本人；首次登录时须改成自己的密码。',
    'Shown this once; it cannot be looked up later. Copy it or write it down and hand it over in person. It must be changed at the first sign-in.',
  ),
  copy: text('复制密码', 'Copy the password'),
  copied: text('已复制', 'Copied'),
  noted: text('已记下，关闭', 'Noted, close'),
  catalogue: text('各角色可以做什么', 'What each role may do'),
  comma: text('、', '; '),
}
