import { type Text, text } from '../../text.ts'

export const securityWords = {
  title: text('登录安全', 'Sign-in security'),
  factor: text('第二重验证', 'Second factor'),
  required: text(
    '本单位要求您的账号设置第二重验证。设置完成后才能继续使用。',
    'The office asks your account for a second factor. Set it up to go on.',
  ),
  absent: text(
    '登录时除密码外，再输入手机验证器上的6位数字。即使密码泄露，别人也登录不了。',
    'Beside the password, sign-in asks for six digits of an authenticator on your telephone, so that a password alone opens nothing.',
  ),
  begin: text('开始设置', 'Set it up'),
  scan: text(
    '一、用手机上的验证器应用（支持TOTP的均可）扫描下图；扫不了就把密钥输入应用。手机不必联网。',
    '1. Scan the picture with an authenticator app on your telephone (any that knows TOTP), or type the key into it. The telephone needs no network.',
  ),
  picture: text('密钥的二维码', 'QR code of the key'),
  key: text('密钥', 'Key'),
  enter: text('二、输入应用显示的6位验证码。', '2. Enter the six digits that the app shows.'),
  code: text('验证码', 'Code'),
  codeMissing: text('请填写6位验证码。', 'Enter the six digits.'),
  confirm: text('完成设置', 'Finish'),
  held: text('已设置。登录时需要验证码。', 'Set up. Sign-in asks for a code.'),
  renew: text('换一组恢复码', 'New recovery codes'),
  remove: text('停用第二重验证', 'Turn it off'),
  codesTitle: text('恢复码', 'Recovery codes'),
  codesHelp: text(
    '只显示这一次。请打印或抄下，与手机分开保管。手机不在时，每个恢复码可代替验证码登录一次；以前的恢复码作废。',
    'Shown this once. Print them or write them down and keep them apart from the telephone. Each stands in for a code once; former recovery codes no longer work.',
  ),
  codesOf: (username: string): Text => text(`登录名：${username}`, `User name: ${username}`),
  print: text('打印', 'Print'),
  saved: text('已保存，继续', 'Saved, go on'),
  sessions: text('登录情况', 'Where you are signed in'),
  address: text('地址', 'Address'),
  browser: text('浏览器', 'Browser'),
  since: text('登录时间', 'Signed in'),
  seen: text('最近使用', 'Last used'),
  thisOne: text('本机', 'This one'),
  endOne: text('退出这一处', 'End this one'),
  endOneName: (address: string, since: string): Text =>
    text(`退出这一处：${address}，${since}登录`, `End this one: ${address}, signed in ${since}`),
  endedOne: text('已退出这一处登录。', 'That session was ended.'),
  endOthers: text('退出其他登录', 'End the others'),
  ended: (count: number): Text =>
    text(
      `已退出其他${count}处登录。`,
      count === 1 ? 'One other session was ended.' : `${count} other sessions were ended.`,
    ),
  back: text('返回', 'Back'),
}
