import { Refusal } from '../../refusal.ts'
import { type Text, text } from '../../text.ts'

/** Why a sign-in, a link or a proof by the provider is not done; each says what to do instead. */
export const ssoRefusals = {
  notOffered: () =>
    new Refusal(
      'NOT_FOUND',
      text(
        '本系统没有接入统一身份认证，请用登录名和密码登录。',
        'This system has no single sign-on. Sign in with user name and password.',
      ),
    ),
  down: ({ zh, en }: Text) =>
    new Refusal(
      'UNAVAILABLE',
      text(
        `暂时连不上“${zh}”。请稍后再试；急用请改用登录名和密码登录。`,
        `“${en}” cannot be reached at the moment. Try again shortly, or sign in with user name and password.`,
      ),
    ),
  /** The same words whatever was wrong: which check failed is told to the log and to the chain of events alone. */
  notAccepted: ({ zh, en }: Text) =>
    new Refusal(
      'INVALID',
      text(
        `这次“${zh}”没有完成，或已超过十分钟、已经用过。请从头再来一次。`,
        `This time “${en}” did not come to its end, took longer than ten minutes, or was used already. Begin anew.`,
      ),
    ),
  unknownSubject: ({ zh, en }: Text) =>
    new Refusal(
      'UNAUTHENTICATED',
      text(
        `“${zh}”认出了您，但您在本系统的账号还没有与它关联。请先用登录名和密码登录，在“登录安全”里关联；还没有账号的，请找本单位系统管理员开通。`,
        `“${en}” knows you, but no account here is linked to you there. Sign in with user name and password first and link it under “Sign-in security”; if you have no account, ask your system administrator for one.`,
      ),
      { unknownSubject: true },
    ),
  notLinkedHere: ({ zh, en }: Text) =>
    new Refusal(
      'INVALID',
      text(
        `在“${zh}”登录的不是与本账号关联的那个身份。请用关联的身份再试，或改用密码。`,
        `Whom “${en}” saw is not the one that this account is linked to. Try again as the one that is linked, or use your password.`,
      ),
    ),
  notProvedNow: ({ zh, en }: Text) =>
    new Refusal(
      'INVALID',
      text(
        `“${zh}”没有要求您重新登录，不能算作刚刚验证过身份。请改用密码确认。`,
        `“${en}” did not ask you to sign in again, so that it proves nothing new. Confirm with your password.`,
      ),
    ),
  linkedElsewhere: ({ zh, en }: Text) =>
    new Refusal(
      'CONFLICT',
      text(
        `这个“${zh}”身份已关联本系统的另一个账号，没有改动。若有误，请系统管理员解除那一关联。`,
        `Another account here is linked to this person of “${en}”. Nothing was changed. If that is wrong, the system administrator can undo that link.`,
      ),
    ),
  linkedAlready: ({ zh, en }: Text) =>
    new Refusal(
      'CONFLICT',
      text(
        `本账号已与“${zh}”关联。要换一个身份，请先解除关联。`,
        `This account is linked to “${en}” already. Undo the link first to choose another.`,
      ),
    ),
  notLinked: () =>
    new Refusal(
      'CONFLICT',
      text('这一账号没有关联统一身份认证，没有改动。', 'The account has no link. Nothing was changed.'),
    ),
  demo: () =>
    new Refusal(
      'FORBIDDEN',
      text(
        '演示账号由大家共用，不能关联个人身份。请新增一个账号再试。',
        'A demonstration account is shared by everybody and cannot be linked to one person. Add an account and try it there.',
      ),
    ),
}
