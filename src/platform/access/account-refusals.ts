import { Refusal } from '../refusal.ts'
import { type Text, text } from '../text.ts'
import type { Day } from '../values/day.ts'

/** Why an act on accounts is not done; each says what to do instead. */
export const accountRefusals = {
  username: (username: string) =>
    new Refusal(
      'INVALID',
      text(
        `登录名“${username}”不合格：须为2至32个小写英文字母、数字、点、横线或下划线，以字母或数字开头。`,
        `The user name “${username}” will not do: 2 to 32 lower-case Latin letters, digits, dots, hyphens or underscores, beginning with a letter or digit.`,
      ),
      { field: 'username', username },
    ),
  noAccount: (account: string) =>
    new Refusal(
      'NOT_FOUND',
      text(
        `本单位没有账号“${account}”，请刷新列表后重试。`,
        `This office has no account “${account}”. Load the list again.`,
      ),
      { account },
    ),
  noGrant: (id: string) =>
    new Refusal(
      'NOT_FOUND',
      text('没有这一条角色，请刷新列表后重试。', 'There is no such role of an account. Load the list again.'),
      { id },
    ),
  noPlace: (place: string) =>
    new Refusal(
      'NOT_FOUND',
      text(
        `没有代码为“${place}”的地点。请从地点列表中选择，或先导入地点台账。`,
        `No place has the code “${place}”. Choose one of the list, or import the places first.`,
      ),
      { field: 'place', place },
    ),
  wholeOfficeOnly: (role: Text) =>
    new Refusal(
      'INVALID',
      text(
        `“${role.zh}”管理的是全单位，不能限于一个地点。请选择“全单位”。`,
        `“${role.en}” administers the whole office and cannot be limited to a place. Choose the whole office.`,
      ),
      { field: 'place' },
    ),
  past: (on: Day, today: Day) =>
    new Refusal(
      'INVALID',
      text(
        `日期${on}已经过去：角色的起止不能倒填，请填${today}或以后的日期。`,
        `${on} is past: a role neither begins nor ends backwards. Write ${today} or later.`,
      ),
      { field: 'on', on },
    ),
  endsBefore: (from: Day, to: Day) =>
    new Refusal(
      'INVALID',
      text(
        `结束日期${to}不晚于开始日期${from}。请填更晚的日期，或不填（长期有效）。`,
        `The end ${to} does not come after the beginning ${from}. Write a later day, or none for a role without an end.`,
      ),
      { field: 'to', to },
    ),
  ownRole: (role: Text) =>
    new Refusal(
      'FORBIDDEN',
      text(
        `不能给自己授予“${role.zh}”。请由另一位安全管理员为需要的人办理。`,
        `You may not grant yourself “${role.en}”. Another security administrator may grant it to whoever needs it.`,
      ),
      { field: 'role' },
    ),
  held: (role: Text, from: Day) =>
    new Refusal(
      'CONFLICT',
      text(
        `该账号自${from}起在同一范围内已有“${role.zh}”，不必重复授予。`,
        `The account holds “${role.en}” over the same place from ${from}. There is no need to grant it twice.`,
      ),
      { field: 'role', from },
    ),
  ended: (on: Day) =>
    new Refusal(
      'CONFLICT',
      text(`这一角色已于${on}结束，没有改动。`, `The role ended on ${on}. Nothing was changed.`),
      { on },
    ),
  lastAdministrator: () =>
    new Refusal(
      'CONFLICT',
      text(
        '这是最后一个长期有效的这类管理员，结束后将无人能办理。请先给另一个账号授予同一角色。',
        'This is the last role of this kind without an end; without it nobody could do its work. Grant it to another account first.',
      ),
    ),
  ownPassword: () =>
    new Refusal(
      'FORBIDDEN',
      text(
        '不能重设自己的密码。请用右上角账号菜单里的“修改密码”。',
        'You may not reset your own password. Use “Change password” in the account menu at the top right.',
      ),
    ),
  ownSecondFactor: () =>
    new Refusal(
      'FORBIDDEN',
      text(
        '不能重置自己的第二重验证。请由另一位安全管理员办理。',
        'You may not reset your own second factor. Another security administrator may.',
      ),
    ),
  noPolicyRole: (role: string) =>
    new Refusal(
      'INVALID',
      text(`没有角色“${role}”，请从角色列表中选择。`, `There is no role “${role}”. Choose one of the list.`),
      { field: 'roles', role },
    ),
  publishedPassword: () =>
    new Refusal(
      'FORBIDDEN',
      text(
        '演示账号的密码是公开的，不能重设。请新增一个账号再试。',
        'The password of a demo account is public and cannot be reset. Add an account and try it there.',
      ),
    ),
}
