import { titles } from '../shell/titles.ts'
import { type Text, text } from '../../text.ts'

const counted = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`)

export const restoreWords = {
  restore: text('恢复', 'Restore'),
  restoreNamed: (at: string): Text => text(`恢复 ${at} 的备份`, `Restore the backup of ${at}`),
  askTitle: (at: string): Text => text(`申请恢复到 ${at}`, `Ask for a restore to ${at}`),
  askHelp: text(
    '恢复会撤去其他人在该时刻之后所做的一切，因此须由安全管理员同意；同意后24小时内由系统管理员开始。',
    'A restore undoes what others did after that moment. So the security administrator has to agree, and a system administrator begins it within 24 hours of that.',
  ),
  moment: text('恢复到之后的某一时刻（可不填）', 'Up to a later moment (may be left empty)'),
  momentHelp: text(
    '中国时间，须在本备份之后、下一次误操作之前。不填则恢复到备份时的状态。',
    'China time, after this backup and before what went wrong. Left empty, the office is as the backup holds it.',
  ),
  reason: text('事由', 'Why'),
  reasonHelp: text(
    '申请、同意和恢复都记录在案。',
    'The asking, the agreement and the restore are all kept on record.',
  ),
  reasonShort: text('请写明事由。', 'Say why.'),
  send: text('提交申请', 'Send the request'),
  sent: text(
    '申请已提交，等待安全管理员同意',
    'The request was sent and waits for the security administrator',
  ),
  cancel: text('取消', 'Cancel'),
  consequences: text('恢复之后', 'What it will do'),
  asOf: (at: string): Text => text(`全部数据回到 ${at} 时的状态。`, `All data will be as of ${at}.`),
  changes: (count: number, last: string | null): Text =>
    last === null
      ? text('此后没有登记过变更。', 'Nothing was recorded after that.')
      : text(
          `此后登记的 ${count} 项变更将不复存在，最后一项在 ${last}。`,
          `${counted(count, 'change', 'changes')} recorded after that will be absent, the last of ${last}.`,
        ),
  accounts: (count: number): Text =>
    text(
      `账号、角色和密码是当时的；此后新增的 ${count} 个账号没有了，此后停用的账号和收回的角色须重新停用、收回。`,
      `Accounts, roles and passwords are those of that moment: ${counted(count, 'account', 'accounts')} added since will be absent, and what was ended or taken back since has to be ended again.`,
    ),
  erasures: (count: number): Text =>
    text(
      `此后依法清除的 ${count} 条个人信息会再次清除，不会重新出现。`,
      `Personal information of ${counted(count, 'record', 'records')} that was erased since is erased again.`,
    ),
  keptAside: text(
    '现有数据改名保留在服务器上，可以查看，也可以换回。',
    'What is there now is kept on the server under another name; it can be looked at and gone back to.',
  ),
  signOut: text(
    '重建时大家可以继续工作；最后替换时停用片刻，之后所有人须重新登录。',
    'All go on working while it is built; only the change-over takes it away for a moment, and everybody signs in anew.',
  ),
  requests: text('恢复申请', 'Requests for a restore'),
  noRequests: text('没有申请过恢复。', 'No restore was asked for.'),
  toWhat: text('恢复到', 'To'),
  ofBackup: (name: string): Text => text(`备份 ${name}`, `backup ${name}`),
  wholeBackup: text('备份时的状态', 'As the backup holds it'),
  by: text('申请人', 'Asked by'),
  askedAt: text('申请时间', 'Asked at'),
  state: text('状态', 'State'),
  states: {
    waiting: text('等待安全管理员同意', 'Waits for the security administrator'),
    refused: text('未获同意', 'Refused'),
    ready: text('已同意，可以开始', 'Agreed to: it can be begun'),
    running: text('正在恢复', 'Being restored'),
    failed: text('未成功', 'Did not succeed'),
    done: text('已恢复', 'Restored'),
    over: text('已过期', 'Over'),
  },
  decided: (agreed: boolean, by: string, at: string): Text =>
    agreed
      ? text(`${by} ${at} 同意`, `${by} agreed, ${at}`)
      : text(`${by} ${at} 不同意`, `${by} refused, ${at}`),
  begun: (by: string, at: string): Text => text(`${by} ${at} 开始`, `${by} began it, ${at}`),
  begin: text('开始恢复…', 'Begin…'),
  beginTitle: (at: string): Text => text(`开始恢复到 ${at}`, `Begin the restore to ${at}`),
  typeName: (office: Text): Text =>
    text(`请输入本单位名称“${office.zh}”`, `Type the office's name “${office.en}”`),
  beginNow: text('现在恢复', 'Restore now'),
  began: text('已开始恢复', 'The restore has begun'),
  decideTitle: titles.restoresToDecide,
  decideLine: text(
    '恢复备份会撤去其他人的工作，须由申请人以外的一人同意。',
    'A restore undoes what others did, so somebody other than the asker has to agree.',
  ),
  noneToDecide: text('没有要审批的申请。', 'There is nothing to decide.'),
  decide: text('审批', 'Decide'),
  deciding: (by: string): Text => text(`${by}申请恢复备份`, `${by} asks for a restore`),
  remark: text('意见（不同意的必填）', 'Remark (needed for a refusal)'),
  agree: text('同意', 'Agree'),
  refuse: text('不同意', 'Refuse'),
  wasDecided: text('已审批', 'Decided'),
}
