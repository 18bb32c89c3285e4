import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'

/** What the page asks for next: the password was right. */
export const codeNeeded = () =>
  new Refusal(
    'UNAUTHENTICATED',
    text('请输入验证器上的6位验证码。', 'Enter the six-digit code of your authenticator.'),
    { secondFactor: 'needed' },
  )

export const codeWrong = () =>
  new Refusal(
    'UNAUTHENTICATED',
    text(
      '验证码不正确或已经用过。请等验证器显示下一个验证码，或使用一个恢复码。',
      'The code is not right, or was used already. Wait for the next code of your authenticator, or use a recovery code.',
    ),
    { secondFactor: 'wrong' },
  )

export const codeNotConfirmed = () =>
  new Refusal(
    'INVALID',
    text(
      '验证码不正确。请核对手机时间，等下一个验证码再试。',
      'The code is not right. Check the clock of the device and try the next code.',
    ),
    { field: 'code' },
  )

export const factorHeld = () =>
  new Refusal(
    'CONFLICT',
    text(
      '已经设置了第二重验证。要换设备，请先停用，再重新设置。',
      'A second factor is set up already. To change the device, turn it off first and set it up again.',
    ),
  )

export const factorAbsent = () =>
  new Refusal(
    'CONFLICT',
    text('没有设置第二重验证，没有改动。', 'No second factor is set up. Nothing was changed.'),
  )

export const factorRequired = () =>
  new Refusal(
    'FORBIDDEN',
    text(
      '本单位规定您的账号须有第二重验证，不能停用。手机丢失或更换，请安全管理员重置。',
      'The office asks your account for a second factor, so it cannot be turned off. If the device is lost or replaced, ask the security administrator to reset it.',
    ),
  )

export const factorOfDemo = () =>
  new Refusal(
    'FORBIDDEN',
    text(
      '演示账号由大家共用，不能设置第二重验证，也不能退出别人的登录。请新增一个账号再试。',
      'A demonstration account is shared by everybody: it takes no second factor and ends nobody’s sessions. Add an account and try it there.',
    ),
  )
