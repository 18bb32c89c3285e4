import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'

/** Why an account is not closed or opened; each says what to do instead. */
export const closingRefusals = {
  own: () =>
    new Refusal(
      'FORBIDDEN',
      text(
        '不能停用自己的账号。请由另一位系统管理员办理。',
        'You may not close your own account. Another system administrator may.',
      ),
    ),
  published: () =>
    new Refusal(
      'FORBIDDEN',
      text(
        '演示账号大家共用，不能停用。请新增一个账号再试。',
        'Everybody uses a demo account, so it stays open. Add an account and try it there.',
      ),
    ),
  already: (since: string) =>
    new Refusal(
      'CONFLICT',
      text(
        `这个账号已于${since}停用，没有改动。`,
        `The account has been closed since ${since}. Nothing was changed.`,
      ),
      { since },
    ),
  open: () =>
    new Refusal(
      'CONFLICT',
      text('这个账号没有停用，没有改动。', 'The account is open. Nothing was changed.'),
    ),
  lastAdministrator: () =>
    new Refusal(
      'CONFLICT',
      text(
        '这是最后一个长期有效的这类管理员，停用后将无人能办理。请先由安全管理员给另一个账号授予同一角色。',
        'This account is the last administrator of its kind without an end; without it nobody could do its work. Have the role granted to another account first.',
      ),
    ),
}
