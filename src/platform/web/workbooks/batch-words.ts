import { type Text, text } from '../../text.ts'
import type { ImportUndoing } from '../../ledgers/contract.ts'
import type { KeptReason } from '../../records/undo/kept-reason.ts'

export const batchWords = {
  title: text('历次导入', 'Imports so far'),
  none: text('还没有导入过。', 'Nothing has been imported yet.'),
  when: text('导入时间', 'Imported at'),
  change: text('变更号', 'Change'),
  by: text('导入人', 'By'),
  files: text('文件', 'File'),
  ledgers: text('台账', 'Ledger'),
  separator: text('、', ', '),
  counts: text('结果', 'Result'),
  result: (created: number, updated: number, unchanged: number): Text =>
    text(
      `新增 ${created}，改动 ${updated}，不变 ${unchanged}`,
      `${created} new, ${updated} changed, ${unchanged} unchanged`,
    ),
  reason: text('事由', 'Reason'),
  state: text('撤销情况', 'Undone'),
  undone: (change: string, by: string, at: string, kept: number): Text =>
    text(
      `${at} 由${by}撤销（变更号 ${change}）${kept > 0 ? `，保留 ${kept} 条` : ''}`,
      `Undone by ${by}, ${at} (change ${change})${kept > 0 ? `; ${kept} kept` : ''}`,
    ),
  undo: text('撤销这次导入…', 'Undo this import…'),
  back: text('返回', 'Back'),
  sameFile: (by: string, at: string, change: string): Text =>
    text(
      `同一个文件已由${by}于 ${at} 导入过（变更号 ${change}）。仍可继续：内容相同的不会重复写入。`,
      `The very same file was imported by ${by}, ${at} (change ${change}). You may go on: what is the same is not written twice.`,
    ),
  sameUndone: text('那次导入后来已撤销。', 'That import was undone afterwards.'),
  headHeld: (milliseconds: number): Text =>
    text(
      `写入时其他人等候了 ${(milliseconds / 1000).toFixed(1)} 秒。`,
      `Others waited for ${(milliseconds / 1000).toFixed(1)} s while it was written.`,
    ),
  written: (created: number, updated: number, unchanged: number): Text =>
    text(
      `已写入：新增 ${created} 条，改动 ${updated} 条；${unchanged} 条与记录一致，未动。`,
      `Written: ${created} new and ${updated} changed records; ${unchanged} said what the records say and were left.`,
    ),
  errorFile: text('下载带提示的原文件', 'Download the file with its errors'),
  making: text('正在生成…', 'Making it…'),
  errorFileHelp: text(
    '每一处错误都写在该行之后。改好后把它原样上传即可。',
    'Every error stands beside its line. Correct it and upload it as it is.',
  ),
  undoTitle: (file: string): Text => text(`撤销导入：${file}`, `Undo the import of ${file}`),
  undoLine: text(
    '撤销是一次更正：这次导入新建的记录视为从未存在，改动过的恢复原样；之后被人改动或被引用的记录保留。',
    'Undoing is a correction: what the import created never was, what it changed is as before. What was edited since, or is named by others, stays.',
  ),
  undoCounts: {
    removed: text('将撤去', 'To be taken away'),
    restored: text('将恢复原样', 'To be as before'),
    kept: text('将保留', 'To be kept'),
  },
  didCounts: {
    removed: text('已撤去', 'Taken away'),
    restored: text('已恢复原样', 'As before again'),
    kept: text('保留未动', 'Kept'),
  },
  nothingToUndo: text(
    '没有可撤销的记录：都已撤销，或在之后被改动而保留。',
    'There is nothing to undo: everything was undone already, or edited since and kept.',
  ),
  undoReason: text('撤销事由（必填）', 'Reason for undoing it (required)'),
  reasonMissing: text('请填写撤销事由。', 'Enter the reason.'),
  undoNow: (count: number): Text =>
    text(`撤销 ${count} 条`, count === 1 ? 'Undo 1 record' : `Undo ${count} records`),
  undoing: text('正在撤销…', 'Undoing…'),
  undoStates: {
    undoing: text('正在撤销', 'Undoing'),
    unknown: text('还不能确定是否已撤销', 'It is not known yet whether it was undone'),
    done: text('已撤销', 'Undone'),
    failed: text('没有完成，没有撤销任何内容', 'It failed; nothing was undone'),
    stopped: text('已停止，没有撤销任何内容', 'Stopped; nothing was undone'),
  } satisfies Record<ImportUndoing['state'], Text>,
  undoProgress: (handled: number, total: number): Text =>
    text(
      `已处理 ${handled} 条，共 ${total} 条，还剩 ${Math.max(0, total - handled)} 条`,
      `${handled} of ${total} records, ${Math.max(0, total - handled)} to go`,
    ),
  undoDone: (change: string): Text => text(`已撤销，变更号 ${change}`, `Undone: change ${change}`),
  lookAgain: text('重新核对', 'Look again'),
  record: text('记录', 'Record'),
  type: text('类别', 'Type'),
  why: text('保留的原因', 'Why it is kept'),
  edit: text('最近改动', 'Newest change'),
  listed: (shown: number): Text => text(`先列出前 ${shown} 条。`, `The first ${shown} are listed.`),
  whys: {
    edited: text('此后被改动过', 'Edited since'),
    gone: text('此后已不存在', 'Gone since'),
    named: text('被其他记录引用', 'Named by other records'),
    names_gone: text('原来引用的记录已不存在', 'What it named before is gone'),
    key_taken: text('编号已被其他记录使用', 'Its number is another’s by now'),
    rule: text('恢复原样不符合规定', 'To be as before would break a rule'),
  } satisfies Record<KeptReason, Text>,
  editedBy: (by: string, at: string, change: string): Text =>
    text(`${at} ${by}（变更号 ${change}）`, `${by}, ${at} (change ${change})`),
}
