import { type Text, text } from '../../text.ts'
import type { Day } from '../../values/day.ts'

export const accountWords = {
  title: text('账号与角色', 'Accounts and roles'),
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
  add: text('新增账号', 'Add an account'),
  grant: text('授予角色', 'Grant a role'),
  end: text('结束', 'End'),
  reset: text('重设密码', 'Reset password'),
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
  wholeOnly: text('管理账号的角色只能授予全单位。', 'A role that manages accounts is for the whole office.'),
  from: text('自哪一天起', 'From which day'),
  on: text('自哪一天起不再有此角色', 'From which day it no longer counts'),
  onHelp: text('选今天则立即生效。', 'Today takes effect at once.'),
  missing: text('请填写这一项。', 'Fill this in.'),
  addHelp: text(
    '保存后显示一次性密码，请当面交给本人。',
    'A one-time password is shown when you save; hand it over in person.',
  ),
  resetHelp: text(
    '原密码立即失效，此账号的所有登录同时退出。新的一次性密码只显示一次。',
    'The old password stops working and every session of the account ends. The new one-time password is shown once.',
  ),
  save: text('保存', 'Save'),
  confirmReset: text('重设', 'Reset'),
  confirmEnd: text('结束角色', 'End the role'),
  granted: (role: Text, name: string): Text =>
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
