import type { RecordType } from '../../records/record-type.ts'
import { type Text, text } from '../../text.ts'

const list = (words: readonly Text[]): Text => ({
  zh: words.map(({ zh }) => zh).join('、'),
  en: words.map(({ en }) => en).join(', '),
})

export const deedWords = {
  title: (type: RecordType): Text =>
    text(`${type.label.zh}：多个记录的变动`, `${type.plural.en}: act over several records`),
  which: text('发生了什么变动？', 'What took place?'),
  unknown: text('这类记录没有这种变动。', 'Records of this type have no such act.'),
  when: text('日期和文件', 'Date and document'),
  help: text(
    '所有记录在同一天一起变动，作为一次登记保存。',
    'Everything changes on the same day and is written down as one act.',
  ),
  record: text('选择记录', 'Choose the record'),
  newRecord: (label: Text, nth: number): Text => text(`${label.zh} ${nth}`, `${label.en} ${nth}`),
  fillAs: (title: string): Text => text(`照“${title}”填写空项`, `Fill the empty fields as in “${title}”`),
  addExisting: text('再加一个', 'Add another'),
  addNew: text('再加一个新的', 'Add another new one'),
  remove: text('去掉', 'Take away'),
  removeWhich: (what: string): Text => text(`去掉：${what}`, `Take away: ${what}`),
  missingTitle: text(
    '填好以下各项后，在此列出后果：',
    'The consequences are listed here once these are filled in:',
  ),
  missingDay: text('发生日期', 'the date'),
  missingRecords: (label: Text, count: number): Text =>
    text(`${label.zh}：还要选 ${count} 个`, `${label.en}: ${count} more to choose`),
  missingFields: (label: Text, nth: number, fields: readonly Text[]): Text =>
    text(`${label.zh} ${nth}：${list(fields).zh}`, `${label.en} ${nth}: ${list(fields).en}`),
  preview: text('后果', 'Consequences'),
  previewHelp: text(
    '还没有保存，下面是保存以后的情况。',
    'Nothing is written yet. This is what saving would do.',
  ),
  incomplete: text('还没有填完。', 'Not everything is filled in yet.'),
  working: text('正在推算…', 'Working it out…'),
  hanging: text('名下记录的去向', 'Where what hangs on it goes'),
  nothingHangs: text('没有记录挂在终止的记录名下。', 'Nothing hangs on what ends.'),
  nothingEnds: text('没有记录终止，不涉及名下记录。', 'Nothing ends, so nothing has to go elsewhere.'),
  unassigned: (count: number): Text =>
    text(
      `还有 ${count} 条没有去向。`,
      count === 1 ? '1 record has nowhere to go yet.' : `${count} records have nowhere to go yet.`,
    ),
  allAssigned: (count: number): Text =>
    text(
      `${count} 条都有去向了。`,
      count === 1 ? 'The 1 record has somewhere to go.' : `All ${count} records have somewhere to go.`,
    ),
  group: (type: Text, field: Text, count: number): Text =>
    text(`${type.zh}（${field.zh}），${count} 条`, `${type.en}, by “${field.en}”: ${count}`),
  dependent: text('记录', 'Record'),
  on: text('现挂在', 'Hangs on'),
  since: text('自', 'From'),
  goesTo: text('去向', 'Goes to'),
  goesToOf: (title: string): Text => text(`${title}的去向`, `Where ${title} goes`),
  allTo: text('以上全部转到', 'All of these to'),
  choose: text('请选择', 'Choose'),
  other: text('另选一个…', 'Another one…'),
  endsToo: text('随之终止', 'Ends too'),
  endsItself: text('它自己也要终止，请另选。', 'That one ends itself. Choose another.'),
  more: (count: number): Text => text(`再显示 ${count} 条`, `Show ${count} more`),
  rules: text('规则', 'Rules'),
  noRules: text('没有规则提示。', 'No rule has anything to say.'),
  stopped: text('这项变动不符合以下规定。', 'The act does not agree with these rules.'),
  staleTitle: (title: string): Text =>
    text(`在您填写期间，“${title}”被别人改过`, `Someone changed “${title}” while you were writing`),
  staleLast: text('最近一次记录', 'The newest entry'),
  staleLook: text('打开看看', 'Open it'),
  staleGoOn: text('按最新的情况继续', 'Go on with the record as it is now'),
  staleDrop: text('去掉它', 'Take it away'),
  deed: text('变动', 'Act'),
  onDate: text('日期', 'Date'),
  documentNo: text('文号', 'Document no.'),
  parts: text('参加的记录', 'Records that took part'),
  moved: text('一并变动的记录', 'Records that moved with it'),
  nothingMoved: text('没有记录随之变动。', 'Nothing moved with it.'),
  act: text('对它来说', 'For it'),
  type: text('类别', 'Type'),
  roles: {
    predecessor: text('变动前', 'Before'),
    successor: text('变动后', 'After'),
    dependent: text('随同', 'Moved with it'),
  },
  role: text('在变动中', 'Part'),
  correct: text('更正整项变动', 'Correct the act as a whole'),
  correctTitle: (label: Text): Text => text(`更正：${label.zh}`, `Correction: ${label.en}`),
  neverWas: text('这项变动从未发生', 'This act never took place'),
  neverWasHelp: text(
    '参加的记录恢复成没有这项变动的样子，由它产生的记录从未有过。',
    'Its records stand as they would without it, and those that it began never were.',
  ),
  corrected: text('已更正整项变动。', 'The act has been corrected as a whole.'),
  lineage: (title: string): Text => text(`${title}：沿革`, `${title}: lineage`),
  lineageHelp: text(
    '横条是存续的时间，连线是变动发生的日期。点名称打开记录。',
    'Bars are the times in force, lines the days of the acts. A name opens its record.',
  ),
  noLineage: text(
    '它没有经过合并、分设一类的变动，没有前身和后继。',
    'It went through no merger, split or the like: nothing came before it and nothing came of it.',
  ),
  lineageSays: (title: string, nodes: number, links: number): Text =>
    text(
      `${title}的沿革图：${nodes} 个记录，${links} 条连线。内容与下面的表相同。`,
      `Lineage of ${title}: ${nodes} ${nodes === 1 ? 'record' : 'records'}, ${links} ${links === 1 ? 'link' : 'links'}. The tables below say the same.`,
    ),
  links: text('变动', 'Acts'),
  lives: text('存续时间', 'Times in force'),
  from: text('前身', 'From'),
  to: text('后继', 'To'),
  kind: text('变动', 'Act'),
  life: (from: string, to: string | null): Text =>
    to === null ? text(`${from} 至今`, `${from} to date`) : text(`${from} 至 ${to}`, `${from} – ${to}`),
  asked: text('本记录', 'This record'),
  today: text('今天', 'Today'),
}
