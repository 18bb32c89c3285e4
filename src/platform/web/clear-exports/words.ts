import { titles } from '../shell/titles.ts'
import { type Text, text } from '../../text.ts'

export const clearWords = {
  title: titles.clearExports,
  line: text(
    '平时导出的台账，个人信息都已隐去一部分，改好后可以再导入。确需原文的，在这里申请。',
    'A ledger is usually exported with personal values masked, and can be imported again. Where the values themselves are needed, ask here.',
  ),
  decideTitle: titles.exportsToDecide,
  decideLine: text(
    '敏感个人信息成批离开系统，须由申请人以外的一人同意。',
    'Sensitive values leave in bulk only when somebody other than the asker agrees.',
  ),
  ask: text('申请导出', 'Ask for an export'),
  ledger: text('台账', 'Ledger'),
  within: (place: Text, on: Text): Text =>
    text(`范围：${place.zh}，${on.zh}`, `Scope: ${place.en}, ${on.en}`),
  reason: text('用途和事由', 'What it is for'),
  reasonHelp: text(
    '写明给谁用、作什么用。申请、审批和下载都记录在案。',
    'Say who needs it and for what. The request, the decision and the download are all kept on record.',
  ),
  reasonShort: text('请写明用途和事由。', 'Say what it is for.'),
  send: text('提交申请', 'Send the request'),
  sending: text('正在提交…', 'Sending…'),
  sent: text('申请已提交', 'The request was sent'),
  own: text('我的申请', 'My requests'),
  noneOwn: text('还没有申请过。', 'Nothing was asked for yet.'),
  noneToDecide: text('没有要审批的申请。', 'There is nothing to decide.'),
  what: text('导出什么', 'What'),
  fields: text('给出原文的内容', 'Values in clear'),
  askedBy: text('申请人', 'Asked by'),
  askedAt: text('申请时间', 'Asked at'),
  state: text('状态', 'State'),
  allPlaces: text('权限范围内全部地点', 'All places in scope'),
  allDays: text('全部记录', 'Every record'),
  rows: (count: number): Text => text(`${count} 条`, count === 1 ? '1 record' : `${count} records`),
  states: {
    waiting: text('等待另一人审批', 'Waits for the second person'),
    refused: text('未获同意', 'Refused'),
    ready: text('可以下载，24小时内一次', 'Can be taken once within 24 hours'),
    taken: text('已下载', 'Taken'),
    over: text('已过期', 'Over'),
  },
  decided: (agreed: boolean, by: string, at: string): Text =>
    agreed
      ? text(`${by} ${at} 同意`, `${by} agreed, ${at}`)
      : text(`${by} ${at} 不同意`, `${by} refused, ${at}`),
  take: text('下载', 'Take the file'),
  taking: text('正在生成…', 'Making the file…'),
  decide: text('审批', 'Decide'),
  deciding: (by: string, ledger: Text): Text =>
    text(`${by}申请导出“${ledger.zh}”`, `${by} asks for “${ledger.en}”`),
  decisionReason: text('意见（不同意的必填）', 'Remark (needed for a refusal)'),
  agree: text('同意', 'Agree'),
  refuse: text('不同意', 'Refuse'),
  cancel: text('取消', 'Cancel'),
  done: text('已审批', 'Decided'),
}
