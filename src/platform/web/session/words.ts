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
    '至少10个字符。一句话比一个词好记，也更安全。',
    'At least 10 characters. A sentence is easier to remember and safer than a word.',
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
