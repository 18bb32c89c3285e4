import type { RecordType } from '../../records/record-type.ts'
import { type Text, text } from '../../text.ts'

export const bulkWords = {
  pick: (title: string): Text => text(`选择${title}`, `Select ${title}`),
  pickPage: text('选择本页全部', 'Select the whole page'),
  chosen: (count: number): Text => text(`已选 ${count} 条`, `${count} selected`),
  elsewhere: (count: number): Text =>
    text(`其中 ${count} 条不在本页`, `${count} of them ${count === 1 ? 'is' : 'are'} not on this page`),
  pickAll: (total: number): Text => text(`选择符合条件的全部 ${total} 条`, `Select all ${total} that match`),
  picking: text('正在选择…', 'Selecting…'),
  unpick: text('取消选择', 'Clear the selection'),
  acts: text('对所选办理', 'Act on the selection'),
  title: (act: Text, count: number): Text => text(`${act.zh}：${count} 条`, `${act.en}: ${count} records`),
  choice: (type: RecordType): Text =>
    text(`对所选${type.plural.zh}办理`, `Act on the selected ${type.plural.en.toLowerCase()}`),
  line: (type: RecordType): Text =>
    text(
      `${type.plural.zh} · 作为一次变更，全部办成或者全部不办`,
      `${type.plural.en} · one change: all of them or none`,
    ),
  nothingChosen: text(
    '还没有选择记录。先在列表里勾选，再选择要办理的事。',
    'No record is selected. Tick some in the list first, then choose what happens to them.',
  ),
  toList: text('去列表选择', 'To the list'),
  same: text('共同的内容', 'The same for all'),
  keeps: text('不填的项保持每条记录原来的内容。', 'What is left empty stays as each record has it.'),
  incomplete: text('请填写日期和变更后的内容。', 'Enter the day and what changes.'),
  preview: text('办理之前先看结果', 'What it would do'),
  previewHelp: text('还没有写入任何内容。', 'Nothing has been written yet.'),
  ready: (count: number): Text => text(`可以办理 ${count} 条`, `It can be done to ${count}`),
  refused: (count: number): Text => text(`不能办理 ${count} 条`, `${count} refuse it`),
  refusedHelp: text(
    '只要有一条不能办理，就一条也不写入。处理好或者去掉以后再办理。',
    'As long as one refuses, none is written. Deal with these, or take them away.',
  ),
  outside: text('（看不到的记录）', '(a record out of sight)'),
  drop: (count: number): Text => text(`去掉这 ${count} 条`, `Take these ${count} away`),
  newest: (count: number): Text => text(`${count} 条按最新的情况继续`, `Go on with ${count} as they are now`),
  record: text('记录', 'Record'),
  why: text('不能办理的原因', 'Why it refuses'),
  now: (field: Text): Text => text(`${field.zh}（原来）`, `${field.en} (before)`),
  which: (count: number): Text => text(`将要办理的 ${count} 条`, `The ${count} records`),
  perform: (count: number): Text => text(`办理 ${count} 条（Ctrl+S）`, `Record for ${count} (Ctrl+S)`),
  working: text('正在核对…', 'Working it out…'),
  blocked: text('有记录不能办理。', 'Some records refuse it.'),
  done: (count: number): Text => text(`已办理 ${count} 条。`, `Recorded for ${count} records.`),
  doneTitle: (act: Text, count: number): Text =>
    text(`已办理：${act.zh} ${count} 条`, `Recorded: ${act.en} for ${count}`),
  parts: text('涉及的记录', 'The records'),
  content: text('变更后的内容', 'What it set'),
  standing: text('有效', 'stands'),
  takenBack: text('已撤销或更正', 'taken back since'),
  state: text('这项变更', 'This act'),
  undo: text('整批撤销', 'Undo it as a whole'),
  undoTitle: text('整批撤销', 'Undo it as a whole'),
  undoLine: text(
    '撤销是一次更正：各条记录恢复办理之前的样子，此后各日的数字也随之改正；之后又被人改动的保留。',
    'Undoing is a correction: each record stands as before, and so do the figures. What was edited since stays.',
  ),
}
