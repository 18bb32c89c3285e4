import { type Text, text } from '../../text.ts'

export const shellWords = {
  product: text('小马', 'Xiaoma'),
  skip: text('跳到正文', 'Skip to the content'),
  menu: text('菜单', 'Menu'),
  areas: text('工作', 'Areas of work'),
  overview: text('总览', 'Overview'),
  changes: text('变更记录', 'What changed'),
  findings: text('规则提示', 'Findings'),
  workbooks: text('导入导出', 'Import and export'),
  account: text('账号', 'Account'),
  changePassword: text('修改密码', 'Change password'),
  signOut: text('退出', 'Sign out'),
  demo: text('演示', 'Demo'),
  demoHelp: text('演示用数据，不是真实台账。', 'Data for a demonstration, not a real ledger.'),
  notFound: text('没有这个页面', 'There is no such page'),
  notFoundHelp: text(
    '地址可能写错了，也可能不在您的权限范围内。请从菜单重新进入。',
    'The address may be mistyped, or lie outside what you may see. Start again from the menu.',
  ),
  home: text('回到总览', 'Back to the overview'),
  failed: text('页面没有打开', 'The page did not open'),
  again: text('重试', 'Try again'),
  printedAt: (at: Text): Text => text(`打印于${at.zh}`, `Printed ${at.en}`),
}
