import { type Text, text } from '../../text.ts'

/** `by` is what the office calls the provider. */
export const singleSignOnWords = {
  button: (by: Text): Text => text(`用“${by.zh}”登录`, `Sign in with “${by.en}”`),
  or: text('或', 'or'),
  title: text('统一身份认证', 'Single sign-on'),
  busy: text('正在办理…', 'One moment…'),
  nothing: text(
    '这里没有正在办理的登录。请从登录页开始。',
    'No sign-in is under way here. Begin on the sign-in page.',
  ),
  toSignIn: text('回登录页', 'To the sign-in page'),
  toSecurity: text('回“登录安全”', 'To “Sign-in security”'),
  proven: text(
    '已确认是您本人。请回到原来的页面接着办理，这一页可以关闭。',
    'It is confirmed that it is you. Go on in the page where you were; this one can be closed.',
  ),
  proofAgain: text(
    '没有确认成功。请关闭这一页，在原来的页面重试。',
    'Not confirmed. Close this page and try again where you were.',
  ),
  linked: (by: Text, since: string): Text =>
    text(
      `本账号已与“${by.zh}”关联（${since}），可用它登录。密码仍然有效。`,
      `This account is linked to “${by.en}” (${since}), which signs you in. Your password still works.`,
    ),
  unlinked: (by: Text): Text =>
    text(
      `关联后可以用“${by.zh}”登录本账号。密码仍然有效。`,
      `Once linked, “${by.en}” signs you in to this account. Your password still works.`,
    ),
  link: (by: Text): Text => text(`与“${by.zh}”关联`, `Link to “${by.en}”`),
  unlink: text('解除关联', 'Undo the link'),
  prove: (by: Text): Text => text(`用“${by.zh}”确认`, `Confirm with “${by.en}”`),
  proveHelp: text(
    '将在新的一页里重新登录，完成后这里自动继续。',
    'You sign in again in a new page; this one then goes on by itself.',
  ),
}
