/** What a restore and a restore on trial are at, as a line on a terminal. */
export const restorePhases = {
  checking: '检查备份 checking',
  copying: '复制 copying',
  replaying: '重放日志 replaying',
  comparing: '核对 comparing',
  verifying: '核验 verifying',
}
