import { Refusal } from '../refusal.ts'
import { type Text, text } from '../text.ts'
import type { Day } from '../values/day.ts'

/** Why a role is not tied to a holding, or not handed on; each says what to do instead. */
export const grantRefusals = {
  administratorAlone: (role: Text) =>
    new Refusal(
      'INVALID',
      text(
        `“${role.zh}”不能随职务授予，也不能转交：管理员的去留只由安全管理员决定。请直接授予。`,
        `“${role.en}” neither goes with a post nor is handed on: the security administrator alone decides who administers. Grant it outright.`,
      ),
      { field: 'role' },
    ),
  noHolding: (holding: string, on: Day) =>
    new Refusal(
      'NOT_FOUND',
      text(
        `这一职务在${on}没有登记为在任，角色不能随它授予。请核对职务登记和起始日期，或从在任的职务中选择。`,
        `By the records this post is not held on ${on}, so no role can go with it. Check the record of the post and the first day, or choose a post that is held.`,
      ),
      { field: 'holding', holding, on },
    ),
  notOwn: (id: string) =>
    new Refusal(
      'NOT_FOUND',
      text('您没有这一条角色，请刷新页面后重试。', 'You hold no such role. Load the page again.'),
      { id },
    ),
  handedOnAlready: (role: Text) =>
    new Refusal(
      'FORBIDDEN',
      text(
        `“${role.zh}”是别人转交给您的，不能再转交。请由原持有人或安全管理员办理。`,
        `“${role.en}” was handed on to you and goes no further. Whose role it is, or the security administrator, may give it to somebody else.`,
      ),
      { field: 'role' },
    ),
  notCounting: (role: Text, on: Day) =>
    new Refusal(
      'CONFLICT',
      text(
        `您的“${role.zh}”在${on}不生效，不能从这一天起转交。请另选日期，或请安全管理员核对。`,
        `Your “${role.en}” does not count on ${on} and cannot be handed on from that day. Choose another day, or ask the security administrator.`,
      ),
      { field: 'from', on },
    ),
  tooLong: (days: number, most: number) =>
    new Refusal(
      'INVALID',
      text(
        `转交${days}天，超过最长${most}天。请填较早的结束日期；更久的，请安全管理员授予角色。`,
        `${days} days are more than the ${most} for which a role may be handed on. Choose an earlier end; for longer, the security administrator grants a role.`,
      ),
      { field: 'to', days, most },
    ),
  toOneself: () =>
    new Refusal(
      'INVALID',
      text(
        '不能转交给自己。请选择另一个账号。',
        'A role is not handed on to oneself. Choose another account.',
      ),
      { field: 'account' },
    ),
  closedReceiver: (name: string) =>
    new Refusal(
      'CONFLICT',
      text(
        `“${name}”的账号已停用，不能接受角色。请选择另一个账号，或先请系统管理员启用。`,
        `The account of “${name}” is closed and takes no role. Choose another, or have the system administrator open it first.`,
      ),
      { field: 'account' },
    ),
  outside: (role: Text) =>
    new Refusal(
      'INVALID',
      text(
        `转交的范围超出您自己的“${role.zh}”。请选择相同或更小的范围。`,
        `The place is more than your own “${role.en}” covers. Choose the same place or a smaller one.`,
      ),
      { field: 'place' },
    ),
}
