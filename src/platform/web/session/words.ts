import { text } from '../../text.ts'

export const sessionWords = {
  title: text('小马', 'Xiaoma'),
  motto: text(
    '发生的事记一次，数字都从记录里数出来。',
    'What happened is recorded once; every number is counted from the records.',
  ),
  signIn: text('登录', 'Sign in'),
  username: text('登录名', 'User name'),
  password: text('密码', 'Password'),
  usernameMissing: text('请填写登录名。', 'Enter your user name.'),
  passwordMissing: text('请填写密码。', 'Enter your password.'),
  busy: text('正在登录…', 'Signing in…'),
  codeTitle: text('第二重验证', 'Second factor'),
  code: text('验证码或恢复码', 'Code or recovery code'),
  codeHelp: text(
    '验证器上显示的6位数字。手机不在身边时，填一个恢复码，每个只能用一次。',
    'The six digits that your authenticator shows. Without the device, enter a recovery code; each works once.',
  ),
  codeMissing: text('请填写验证码。', 'Enter the code.'),
  proofTitle: text('请确认是您本人', 'Confirm that it is you'),
  proofHelp: text(
    '这一操作要求近期验证过身份。确认后接着办理，已填的内容不会丢失。',
    'This asks for a recent proof that it is you. What you were doing then goes on; nothing that you entered is lost.',
  ),
  confirm: text('确认', 'Confirm'),
  cancel: text('取消', 'Cancel'),
  forgotten: text(
    '忘记密码请找本单位管理员重设。',
    'If you have forgotten it, ask your administrator for a new one.',
  ),
  demoTitle: text('演示账号', 'Demonstration accounts'),
  demoHelp: text('点一个账号即可进入。', 'Choose an account to enter.'),
  changeTitle: text('修改密码', 'Change your password'),
  mustChange: text(
    '这是一次性密码，请先改成自己的密码再使用。',
    'This password works once. Choose your own before you go on.',
  ),
  current: text('现在的密码', 'Current password'),
  next: text('新密码', 'New password'),
  nextHelp: text(
    '至少10个字符，不含登录名和姓名，不用常见密码，也不用最近5个用过的。一句话比一个词好记，也更安全。',
    'At least 10 characters, without your user name or name; no common password, none of your last five. A sentence is easier to remember and safer than a word.',
  ),
  repeat: text('再填一次新密码', 'New password again'),
  nextShort: text(
    '新密码至少10个字符，请加长。',
    'The new password needs at least 10 characters: make it longer.',
  ),
  repeatDiffers: text(
    '两次填写的新密码不同，请重新填写。',
    'The two new passwords differ: enter them again.',
  ),
  same: text('新密码与现在的相同，请换一个。', 'The new password is the current one: choose another.'),
  save: text('保存', 'Save'),
  back: text('返回', 'Back'),
}
