import { type Text, text } from '../platform/text.ts'

/** What each permission lets a person do, for whoever hands out roles. */
export const permissionWords: Readonly<Record<string, Text>> = {
  'access.see': text('查看账号和角色', 'See accounts and roles'),
  'access.see_here': text('查看本范围内谁能做什么', 'See who may do what in the own places'),
  'access.accounts': text('新增、停用账号，重设密码', 'Add and close accounts and reset passwords'),
  'access.manage': text('授予角色、规定登录要求', 'Grant roles and set the rules of sign-in'),
  'backup.keep': text('备份和恢复', 'Make backups, see how they stand, and restore'),
  'backup.agree_restore': text('审批恢复备份', 'Agree to a restore as the second person'),
  'audit.see': text('查看审计记录', 'Read the audit log'),
  'organisation.see': text('查看地点、组织和联席会', 'See places, organisations and joint councils'),
  'organisation.record': text('登记地点和组织的情况', 'Record what happens to places and organisations'),
  'organisation.correct': text('更正地点和组织的登记', 'Correct the records of places and organisations'),
  'people.see': text('查看人员、党员和任职', 'See people, members and posts'),
  'people.record': text('登记人员、党员和任职的情况', 'Record what happens to people, members and posts'),
  'people.correct': text('更正人员、党员和任职的登记', 'Correct the records of people, members and posts'),
  'people.answer_requests': text('受理和答复个人信息请求', 'Receive and answer requests about personal data'),
  'people.confirm': text('确认选举结果', 'Confirm the outcome of elections'),
  'records.see': text('查看台账记录和变更', 'See records and their changes'),
  'records.reveal': text('查看单项个人信息原文', 'See a personal value unmasked'),
  'records.copy': text(
    '为本人取出个人信息副本',
    'Make a copy of everything held, for the person it is about',
  ),
  'records.record': text('登记新情况', 'Record what happened'),
  'records.correct': text('更正登记错误', 'Correct what was recorded wrongly'),
  'records.erase': text('依法删除个人信息', 'Erase personal information as the law requires'),
  'retention.see': text('查看到期应删除的个人信息', 'See what is due for erasure'),
  'retention.prepare': text('规定保存期限、提出到期删除', 'Set retention periods and propose erasures'),
  'retention.agree': text('审批到期删除', 'Agree, as the second person, to the erasure of what is due'),
  'figures.see_value': text('查看指标数值', 'See the values of figures'),
  'figures.see_rows': text('查看指标背后的记录', 'See the records behind figures'),
  'ledgers.import': text('导入台账', 'Import ledgers'),
  'ledgers.export_clear': text(
    '申请导出含个人信息原文的台账',
    'Ask for ledgers with personal values in clear',
  ),
  'ledgers.agree_export': text(
    '审批含敏感个人信息的导出',
    'Agree, as the second person, to exports of sensitive values',
  ),
  'ledgers.export': text('导出台账', 'Export ledgers'),
}
