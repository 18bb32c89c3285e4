import type { RecordType } from '../../records/record-type.ts'
import { type Text, text } from '../../text.ts'

const listed = (words: readonly Text[]): Text => ({
  zh: words.map(({ zh }) => zh).join('、'),
  en: words.map(({ en }) => en).join(', '),
})

export const mergeWords = {
  duplicates: text('疑似重复', 'Possible duplicates'),
  duplicatesTitle: (type: RecordType): Text =>
    text(`${type.plural.zh}：疑似重复`, `${type.plural.en}: possible duplicates`),
  duplicatesHelp: (sets: readonly (readonly Text[])[]): Text =>
    text(
      `按记录比对，不作推测：${sets.map((set) => `${listed(set).zh}相同`).join('；')}的，成对列出。是不是同一个，由您核对后决定。`,
      `Compared from the records, never guessed: pairs with ${sets.map((set) => `the same ${listed(set).en.toLowerCase()}`).join('; or ')}. Whether they are one is yours to decide.`,
    ),
  noDuplicates: text(
    '您管辖范围内没有疑似重复的记录。',
    'There are no possible duplicates within your places.',
  ),
  first: text('一条', 'The one'),
  second: text('另一条', 'The other'),
  same: text('相同的内容', 'What agrees'),
  agree: (sets: readonly (readonly Text[])[]): Text =>
    text(sets.map((set) => listed(set).zh).join('；'), sets.map((set) => listed(set).en).join('; ')),
  next: text('下一步', 'Next step'),
  check: text('核对并合并', 'Check and merge'),
  checkOf: (first: string, second: string): Text =>
    text(`核对并合并：${first}和${second}`, `Check and merge: ${first} and ${second}`),
  apart: text('不是同一个', 'They are two'),
  apartOf: (first: string, second: string): Text =>
    text(`不是同一个：${first}和${second}`, `They are two: ${first} and ${second}`),
  apartHelp: text(
    '写明怎样核对的。比对的内容不变，就不再列出，也不再提示；任何一边的这些内容改了，会重新列出。可以撤回。',
    'Say how you know. They are listed no more until what is compared is changed in either. It can be taken back.',
  ),
  apartReason: text('怎样认定的', 'How it is known'),
  cancel: text('取消', 'Cancel'),
  apartReasonShort: text('请写明理由。', 'Say why.'),
  toldApart: text('已认定不是同一个，不再列出。', 'Said to be two: they are listed no more.'),
  apartTitle: text('已认定不是同一个', 'Said to be two'),
  noneApart: text('还没有这样认定过。', 'Nothing of the kind has been said yet.'),
  apartState: text('现在', 'Now'),
  apartHolds: text('有效，不再提示', 'Holds; not asked any more'),
  apartMoved: text('认定后资料有变，重新比对', 'What is compared changed since; compared anew'),
  takeBack: text('撤回认定', 'Take back'),
  takeBackOf: (first: string, second: string): Text =>
    text(`撤回认定：${first}和${second}`, `Take back: ${first} and ${second}`),
  takeBackHelp: text(
    '撤回后，两条记录相同的，重新列为疑似重复。',
    'Where the two are alike, they are listed as possible duplicates again.',
  ),
  takenBack: text('已撤回认定。', 'Taken back.'),
  since: (from: string, to: string | null): Text =>
    text(`${from} 至 ${to ?? '今'}`, `${from} – ${to ?? 'to date'}`),

  title: (type: RecordType): Text =>
    text(`合并重复的${type.label.zh}`, `Merge a ${type.label.en.toLowerCase()} entered twice`),
  line: text(
    '合并是更正：两条记录本来就是同一个。不是后来发生的变化。',
    'A merge is a correction: both records always were the same one. It is no event.',
  ),
  choose: text('选择两条记录', 'Choose the two records'),
  kept: text('保留的记录', 'The record that stays'),
  given: text('并入的记录', 'The record that goes into it'),
  swap: text('互换：保留另一条', 'The other way round'),
  another: text('另选一条', 'Choose another'),
  values: text('两边的内容', 'What each says'),
  valuesHelp: (differing: number): Text =>
    differing === 0
      ? text('两条记录没有不同的内容。', 'The two records do not differ in anything.')
      : text(
          `有 ${differing} 项不同，请逐项选择留下哪个。`,
          `They differ in ${differing}: choose for each which one stays.`,
        ),
  field: text('项目', 'Item'),
  stays: (field: Text, value: string, side: Text): Text =>
    text(
      `${field.zh}：留下${side.zh}的“${value}”`,
      `${field.en}: keep “${value}” of ${side.en.toLowerCase()}`,
    ),
  correctedIn: (onDate: string, act: Text): Text =>
    text(
      `取并入的值时，更正 ${onDate}“${act.zh}”这件事。`,
      `Taking the other value corrects “${act.en}” of ${onDate}.`,
    ),
  cannotTake: text(
    '并入的记录没有可以取的值。',
    'There is no value to take from the record that goes into it.',
  ),
  lives: text('两条记录的经历', 'The life of each'),
  livesHelp: (events: number): Text =>
    text(
      `保留的记录只保留自己的经历；并入的记录自己的 ${events} 件事不再计入，也不会混入。两段经历不一致的，先更正，再合并。`,
      `The record that stays keeps its own events alone; ${events === 1 ? 'the one event of the other counts no longer and is' : `the ${events} events of the other count no longer and are`} not mixed in. Where the two lives differ, correct first.`,
    ),
  lifeOf: (side: Text, name: string): Text => text(`${side.zh}：${name}`, `${side.en}: ${name}`),
  correctFirst: (title: string): Text => text(`更正“${title}”`, `Correct “${title}”`),
  consequences: text('合并以后', 'What the merge would do'),
  consequencesHelp: text(
    '还没有写入任何内容。此后任何日期都只计一条；合并以前的说法仍可查到。',
    'Nothing has been written yet. From then on only one counts on any day; what was recorded before can still be looked up.',
  ),
  hindered: text('现在还不能合并', 'They cannot be merged yet'),
  hanging: (count: number): Text =>
    text(`改挂到保留的记录：${count} 条`, `Records that will name the one that stays: ${count}`),
  nothingHangs: text('没有其他记录挂在并入的记录名下。', 'No other record names the one that goes into it.'),
  shownFirst: (count: number): Text => text(`先列出前 ${count} 条。`, `The first ${count} are listed.`),
  record: text('记录', 'Record'),
  type: text('类别', 'Type'),
  by: text('引用之处', 'Named as'),
  stopped: text('合并后不符合以下规定。', 'The merged record would not agree with these rules.'),
  reason: text('合并的理由', 'Reason for the merge'),
  reasonHelp: text(
    '说明怎样认定是同一个，会长期保留。',
    'Say how it is known that they are one. It is kept for good.',
  ),
  merge: text('合并为一条（Ctrl+S）', 'Merge into one (Ctrl+S)'),
  merging: text('正在合并…', 'Merging…'),
  working: text('正在推算…', 'Working it out…'),
  blocked: text('请先处理上面的问题。', 'Deal with what stands in the way first.'),
  lookAgain: text('按最新的情况重新核对', 'Look again as things are now'),
  done: text('已合并为一条。', 'Merged into one.'),

  viewTitle: (given: string, kept: string): Text =>
    text(`合并：“${given}”并入“${kept}”`, `Merge: “${given}” into “${kept}”`),
  outside: text('（不在管辖范围内）', '(outside your places)'),
  standing: text('有效', 'stands'),
  undone: text('已撤销，又是两条记录', 'undone: they are two again'),
  state: text('这次合并', 'This merge'),
  took: text('取自并入的记录的内容', 'What was taken over'),
  before: text('原来', 'Before'),
  after: text('以后', 'After'),
  moved: (count: number): Text => text(`改挂的记录：${count} 条`, `Records that name it since: ${count}`),
  undo: text('撤销合并…', 'Undo the merge…'),
  undoTitle: text('撤销合并', 'Undo the merge'),
  undoLine: text(
    '撤销是一次更正：并入的记录恢复，挂靠的记录改回，各日的数字随之复原；此后又被人改动的保留，并逐条列出。',
    'Undoing is a correction: the record comes back, what named it names it again, and so do the figures. What was edited since stays and is listed.',
  ),

  sameAs: text('与另一条记录是同一个', 'It is the same as another record'),
  sameAsHelp: text(
    '重复登记的，合并为一条；挂靠的记录一并改挂，可以撤销。',
    'Entered twice: the two are merged, what names either goes along, and it can be undone.',
  ),
  mergedHere: text('合并进来的记录', 'Records that turned out to be this one'),
  mergeOf: (title: string, change: string): Text =>
    text(`${title}（变更号 ${change}）`, `${title} (change ${change})`),
  gaveUpTitle: (title: string): Text =>
    text(`“${title}”已并入另一条记录`, `“${title}” went into another record`),
  livesOn: (title: string): Text => text(`打开“${title}”`, `Open “${title}”`),
  theMerge: text('查看这次合并', 'See the merge'),
  asBefore: text('查看合并以前的样子', 'As it was known before'),
}
