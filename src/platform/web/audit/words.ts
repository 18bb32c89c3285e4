import { titles } from '../shell/titles.ts'
import { type Text, text } from '../../text.ts'

export const auditWords = {
  title: titles.audit,
  line: text(
    '谁在什么时候、从哪里做了什么，最新的在前。这里看不到业务数据。',
    'Who did what, when and from where, the newest first. No records are shown here.',
  ),
  who: text('人员', 'Who'),
  whoHelp: text('姓名、登录名或账号编号', 'Name, user name or account id'),
  kind: text('种类', 'Kind'),
  anyKind: text('全部种类', 'Every kind'),
  subject: text('对象编号', 'Record or account'),
  subjectHelp: text('记录或账号的编号', 'The id of a record or account'),
  subjectNote: text(
    '列出了对这一对象的操作、涉及它的变更，以及可能包含它的台账和明细导出。打开个人的记录，每个账号每天记一次；在列表里见到不记。',
    'What was done to it, the changes that touched it, and the exports that may have contained it. Opening a record about a person is kept once a day for each account; seeing it in a list is not.',
  ),
  from: text('自哪一天', 'From'),
  through: text('至哪一天', 'Through'),
  search: text('查询', 'Search'),
  clear: text('清除条件', 'Clear'),
  exportAll: text('导出', 'Export'),
  exporting: text('正在导出……', 'Exporting …'),
  time: text('时间', 'Time'),
  event: text('事件号', 'Event'),
  person: text('人员', 'Person'),
  roles: text('当时角色', 'Roles then'),
  what: text('事项', 'What'),
  about: text('对象', 'About'),
  reason: text('理由', 'Reason'),
  address: text('来源', 'From where'),
  machine: text('本机命令行', 'This machine'),
  change: (number: string): Text => text(`变更 ${number}`, `change ${number}`),
  unknown: text('无此账号', 'No such account'),
  empty: text(
    '没有符合条件的事件。可放宽起止日期，或核对姓名和编号。',
    'No event meets these conditions. Widen the time, or check name and id.',
  ),
  comma: text('、', ', '),
}
