import { type Text, text } from '../text.ts'
import type { AuditKind } from './event.ts'

export const kindWords: Readonly<Record<AuditKind, Text>> = {
  change: text('变更', 'Change'),
  view: text('打开记录', 'Record opened'),
  reveal: text('查看个人信息', 'Personal values shown'),
  export: text('导出', 'Export'),
  publication: text('发布', 'Publication'),
  sign_in: text('登录', 'Sign-in'),
  sign_in_failed: text('登录失败', 'Failed sign-in'),
  sign_out: text('退出登录', 'Sign-out'),
  refused: text('拒绝', 'Refusal'),
  act: text('账号管理', 'Act on an account'),
  sealed: text('封存', 'Sealing'),
}
