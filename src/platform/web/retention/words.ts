import { titles } from '../shell/titles.ts'
import { type Text, text } from '../../text.ts'

/** Months as years and months: 十年六个月 is 126. */
export function lengthText(months: number): Text {
  const [years, rest] = [Math.floor(months / 12), months % 12]
  const zh = (years > 0 ? `${years}年` : '') + (rest > 0 || years === 0 ? `${rest}个月` : '')
  const of = (count: number, word: string) => (count === 1 ? `1 ${word}` : `${count} ${word}s`)
  const en = [years > 0 ? of(years, 'year') : '', rest > 0 || years === 0 ? of(rest, 'month') : '']
  return text(zh, en.filter(Boolean).join(' '))
}

export const retentionWords = {
  title: titles.retention,
  line: text(
    '保存期限届满的个人信息，由一人提出、另一人同意后删除。系统只查找和提醒，不自行删除。',
    'Personal values that were kept long enough are erased when one person proposes it and another agrees. The program finds and reminds; it erases nothing by itself.',
  ),
  periods: text('保存期限', 'How long values are kept'),
  purpose: text('用途', 'Purpose'),
  from: text('从哪天起算', 'Counted from'),
  period: text('保存多久', 'Kept for'),
  none: text('未规定，不会到期', 'Not set: nothing falls due'),
  setBy: (by: string, at: string): Text => text(`${by} ${at} 规定`, `set by ${by}, ${at}`),
  earlier: (count: number): Text =>
    text(`此前规定过 ${count} 次`, count === 1 ? '1 earlier setting' : `${count} earlier settings`),
  set: text('规定', 'Set'),
  setOf: (name: Text): Text => text(`规定“${name.zh}”的保存期限`, `Set the period of “${name.en}”`),
  years: text('年', 'Years'),
  months: text('月', 'Months'),
  basis: text('依据', 'Basis'),
  basisHelp: text(
    '写明哪一项规定或者决定，如档案保管期限表的条目。法律未定期限的，由本单位确定为实现目的所必要的最短时间（个人信息保护法第十九条）。',
    'The rule or decision, such as a line of the table of retention periods. Where the law sets no period, the office sets the shortest that the purpose needs (PIPL art. 19).',
  ),
  basisShort: text('请写明依据。', 'Give the basis.'),
  lengthWrong: text('请填写0至100年的年数和月数。', 'Give years and months, from 0 to 100 years.'),
  save: text('保存', 'Save'),
  withdraw: text('撤销期限，不再到期', 'Take the period back: nothing falls due'),
  saved: text('保存期限已规定', 'The period is set'),
  cancel: text('取消', 'Cancel'),
  due: text('已到期', 'Due for erasure'),
  dueNone: text('今天没有到期应删除的记录。', 'Nothing is due for erasure today.'),
  count: (type: Text, count: number): Text => text(`${type.zh}：${count} 条`, `${type.en}: ${count}`),
  firstShown: (count: number): Text =>
    text(`只列出最早到期的 ${count} 条。`, `The ${count} that have been due longest are shown.`),
  record: text('记录', 'Record'),
  dueOn: text('到期日', 'Due on'),
  why: text('理由', 'Why'),
  whyOf: (purpose: Text, since: string, length: Text): Text =>
    text(
      `${purpose.zh}：${since} 起不再需要，保存 ${length.zh}`,
      `${purpose.en}: not needed since ${since}, kept for ${length.en}`,
    ),
  inBatch: text('已列入待审批', 'In a proposal'),
  pick: (name: string): Text => text(`选择 ${name}`, `Choose ${name}`),
  pickAll: text('选择本表全部', 'Choose all in this table'),
  propose: (count: number): Text => text(`提出删除所选 ${count} 条`, `Propose to erase the ${count} chosen`),
  proposeAll: (type: Text): Text =>
    text(`提出删除全部到期的${type.zh}`, `Propose to erase all that is due: ${type.en}`),
  proposed: text('已提出，等待另一人审批', 'Proposed: it waits for another person'),
  hold: text('暂缓', 'Hold back'),
  holdOf: (name: string): Text => text(`暂缓删除 ${name}`, `Hold back ${name}`),
  holdReason: text('暂缓事由', 'Why it is held back'),
  holdReasonHelp: text(
    '如争议、复议、诉讼未结。写文号，不写个人信息。',
    'Such as a dispute, a review or a lawsuit that is open. Give its number, and no personal value.',
  ),
  until: text('暂缓至', 'Until'),
  untilHelp: text(
    '年-月-日，如 2027-06-30，含当日。',
    'Year-month-day, such as 2027-06-30, that day included.',
  ),
  untilWrong: text('请按 2027-06-30 的格式填写日期。', 'Write the day as 2027-06-30.'),
  reasonShort: text('请写明事由。', 'Say why.'),
  held: text('暂缓删除', 'Held back'),
  heldNone: text('没有暂缓的记录。', 'Nothing is held back.'),
  heldNow: text('已暂缓', 'Held back'),
  by: text('经办人', 'By'),
  lift: text('解除暂缓', 'Hold back no longer'),
  liftOf: (name: string): Text => text(`解除暂缓：${name}`, `Hold back no longer: ${name}`),
  liftReason: text('解除事由', 'Why no longer'),
  lifted: text('已解除暂缓', 'It is held back no longer'),
  batches: text('删除批次', 'Proposals'),
  batchesNone: text('还没有提出过。', 'Nothing was proposed yet.'),
  batch: text('到期删除批次', 'Proposal to erase'),
  batchLine: text(
    '由提出人以外的一人审批。同意后逐条删除，每条删除前再核对一次是否到期；不能恢复，统计数字不变。',
    'Somebody other than the proposer decides. After that each record is looked at once more and erased if it is still due: for ever, and no figure moves.',
  ),
  what: text('内容', 'What'),
  proposedBy: text('提出', 'Proposed'),
  decided: text('审批', 'Decided'),
  state: text('状态', 'State'),
  toList: text('返回列表', 'Back to the list'),
  states: {
    waiting: text('等待另一人审批，14天内有效', 'Waits for another person, for 14 days'),
    refused: text('未获同意', 'Refused'),
    erasing: text('正在删除', 'Being erased'),
    stopped: text('已停止，可以继续', 'Stopped; it can go on'),
    done: text('已完成', 'Done'),
    over: text('超过14天，已作废', 'Void after 14 days'),
  },
  decision: (agreed: boolean, by: string, at: string): Text =>
    agreed
      ? text(`${by} ${at} 同意`, `${by} agreed, ${at}`)
      : text(`${by} ${at} 不同意`, `${by} refused, ${at}`),
  byAt: (by: string, at: string): Text => text(`${by} ${at}`, `${by}, ${at}`),
  counts: (erased: number, kept: number, failed: number): Text =>
    text(
      [
        `已删除 ${erased} 条`,
        kept > 0 ? `未到期保留 ${kept} 条` : '',
        failed > 0 ? `未能删除 ${failed} 条` : '',
      ]
        .filter(Boolean)
        .join('，'),
      [
        `${erased} erased`,
        kept > 0 ? `${kept} kept, not due any more` : '',
        failed > 0 ? `${failed} failed` : '',
      ]
        .filter(Boolean)
        .join(', '),
    ),
  progress: text('删除进度', 'Progress of the erasures'),
  progressLine: (handled: number, total: number): Text =>
    text(`已处理 ${handled} / ${total} 条`, `${handled} of ${total} done`),
  proceed: text('继续删除', 'Go on'),
  items: text('本批记录', 'Records of this proposal'),
  noName: text('（无权查看）', '(not yours to see)'),
  itemStates: {
    waiting: text('待删除', 'Waits'),
    erased: text('已删除', 'Erased'),
    kept: text('未到期，保留', 'Kept: not due any more'),
    failed: text(
      '未能删除：与存证不符，请审计管理员核验',
      'Not erased: it differs from its seal; the audit administrator has to verify',
    ),
  },
  decide: text('审批', 'Decide'),
  remark: text('意见（不同意的必填）', 'Remark (needed for a refusal)'),
  agree: text('同意删除', 'Agree to erase'),
  refuse: text('不同意', 'Refuse'),
  agreed: text('已同意，正在删除', 'Agreed: it is being erased'),
  refused: text('已审批：不同意', 'Refused'),
  reminderDue: (count: number): Text =>
    text(
      `有 ${count} 条个人信息保存期限届满。`,
      count === 1 ? '1 record was kept long enough.' : `${count} records were kept long enough.`,
    ),
  reminderDecide: (count: number): Text =>
    text(
      `有 ${count} 批到期删除等您审批。`,
      count === 1
        ? '1 proposal to erase waits for your decision.'
        : `${count} proposals to erase wait for your decision.`,
    ),
  reminderLink: text('去处理', 'See to it'),
}
