import { text } from '../../text.ts'

/** What the menu calls its pages, apart from their other words: whoever signs in does not load those. */
export const titles = {
  accounts: text('账号与角色', 'Accounts and roles'),
  grants: text('谁能做什么', 'Who may do what'),
  audit: text('审计', 'Audit'),
  backups: text('备份', 'Backups'),
  restoresToDecide: text('审批恢复', 'Restores to decide'),
  clearExports: text('个人信息导出', 'Exports in clear'),
  exportsToDecide: text('审批导出', 'Exports to decide'),
  purposes: text('个人信息用途', 'Personal data'),
  retention: text('到期删除', 'End of retention'),
}
