import type { RecordType } from '../../records/record-type.ts'
import { type Text, text } from '../../text.ts'

const lower = (words: Text) => words.en.toLowerCase()

export const recordWords = {
  unknownType: text('没有这类记录', 'There are no such records'),
  find: text('查找', 'Find'),
  findHelp: text('名称、编号、拼音或拼音首字母', 'Name, number, pinyin or its initials'),
  addFilter: text('加筛选', 'Add a filter'),
  filterField: text('按哪一项', 'By'),
  filterValue: text('等于', 'Is'),
  least: text('最少', 'At least'),
  most: text('最多', 'At most'),
  /** One sum in two units. */
  inOther: (sum: Text, said: Text): Text => text(`${sum.zh}（${said.zh}）`, `${sum.en} (${said.en})`),
  endIn: (end: Text, unit: Text): Text => text(`${end.zh}（${unit.zh}）`, `${end.en} (${unit.en})`),
  filter: text('筛选', 'Filter'),
  removeFilter: (filter: string): Text => text(`去掉筛选：${filter}`, `Remove the filter ${filter}`),
  clearFilters: text('全部去掉', 'Remove all'),
  clearAll: text('去掉查找和全部筛选', 'Remove the search and all filters'),
  columns: text('显示的列', 'Columns'),
  all: text('也列出当日无效的', 'Also those not in force that day'),
  export: text('导出所列', 'Export this list'),
  exportHelp: text(
    '按现在的筛选、排序和列导出全部记录。能再导入的台账在“导入导出”里。',
    'Every record with the filters, order and columns as they are now. A ledger that can be imported again is under “Import and export”.',
  ),
  add: (type: RecordType): Text => text(`登记${type.label.zh}`, `Enter a ${lower(type.label)}`),
  from: text('有效自', 'In force from'),
  to: text('至', 'Until'),
  emptyAll: (type: RecordType): Text =>
    text(
      `这个地点在这一天没有${type.plural.zh}。先在“导入导出”里导入台账，或者登记第一条；也可以换一个日期看。`,
      `There are no ${lower(type.plural)} in this place on this day. Import the ledger under “Import and export”, enter the first one, or choose another day.`,
    ),
  emptyKnown: (type: RecordType): Text =>
    text(
      `按当时所知，这个地点在这一天没有${type.plural.zh}；可能还没有录入。`,
      `As known then, there were no ${lower(type.plural)} in this place on this day; perhaps they had not been recorded yet.`,
    ),
  emptyFiltered: (type: RecordType): Text =>
    text(
      `没有符合条件的${type.plural.zh}。去掉一个筛选再看。`,
      `No ${lower(type.plural)} match. Remove a filter.`,
    ),
  inForce: text('有效', 'In force'),
  notInForce: text('当日无效', 'Not in force that day'),
  atThisDay: (day: Text): Text => text(`${day.zh}的情况`, `As of ${day.en}`),
  lastKnown: text(
    '这一天它无效，下面是固定的几项；历次情况见时间轴和事件。',
    'It was not in force that day; below are its fixed values. See the timeline and the events for the rest.',
  ),
  reveal: (label: Text): Text => text(`查看${label.zh}原文`, `Show ${label.en} in full`),
  revealReason: text('为什么要看', 'Why it is needed'),
  revealHelp: text(
    '谁在什么时候、为什么看了这一项，都会记录在案。',
    'Who saw this, when and why is kept on record.',
  ),
  revealShort: text('请写明事由，至少两个字。', 'Say why, in at least two characters.'),
  revealShow: text('查看', 'Show'),
  revealing: text('正在读取…', 'Reading…'),
  revealHide: text('隐去', 'Hide'),
  revealed: (label: Text): Text =>
    text(`${label.zh}已显示，一分钟后隐去`, `${label.en} is shown, and hidden again after a minute`),
  erase: text('删除个人信息', 'Erase personal data'),
  copy: text('个人信息副本', 'Copy for the person'),
  looks: text('谁看过', 'Who looked'),
  facts: text('基本情况', 'Key facts'),
  timeline: text('时间轴', 'Timeline'),
  events: text('事件', 'Events'),
  changes: text('记录经过', 'How it was recorded'),
  findings: text('规则提示', 'Findings'),
  noFindings: text('没有规则提示。', 'No findings.'),
  act: text('记一件事或更正', 'Record an event or correct'),
  partOfDeed: text('（见整项变动）', '(the whole act)'),
  deeds: text('多个记录的变动', 'Act over several records'),
  lineage: text('沿革', 'Lineage'),
  hanging: text('挂在它名下的', 'What hangs on it'),
  hangingBy: (type: Text, field: Text, count: number): Text =>
    text(`${type.zh}（${field.zh}）${count} 条`, `${type.en}, by “${field.en}”: ${count}`),
  showAll: (count: number): Text => text(`全部 ${count} 条`, `All ${count}`),
  nothingHangs: text('这一天没有记录挂在它名下。', 'Nothing hangs on it on this day.'),
  onDate: text('日期', 'Date'),
  what: text('事件', 'Event'),
  sets: text('内容', 'Content'),
  documentNo: text('文号', 'Document no.'),
  reason: text('事由', 'Reason'),
  recordedAt: text('记录时间', 'Recorded'),
  actor: text('记录人', 'By'),
  kind: text('方式', 'As'),
  change: text('变更号', 'Change'),
  open: text('至今', 'to date'),
  basis: (basis: Text): Text => text(`依据：${basis.zh}`, `Basis: ${basis.en}`),
  changeKinds: {
    event: text('事件', 'Event'),
    correction: text('更正', 'Correction'),
    import: text('导入', 'Import'),
    erasure: text('清除', 'Erasure'),
    setup: text('初始', 'Set-up'),
  },
  weights: {
    statutory: text('法定', 'Statutory'),
    block: text('阻止', 'Blocks'),
    warn: text('提醒', 'Warning'),
    inform: text('告知', 'Information'),
  },
  timelineSays: (title: string, spells: number, events: number): Text =>
    text(
      `${title}的时间轴：${spells}段有效时间，${events}件事。内容与下面的事件表相同。`,
      `Timeline of ${title}: ${spells} ${spells === 1 ? 'spell' : 'spells'} in force, ${events} ${events === 1 ? 'event' : 'events'}. The table of events below says the same.`,
    ),
  validTime: text('有效时间（何时如此）', 'Valid time (when it was so)'),
  recordedTime: text('记录时间（何时记下）', 'Recorded time (when it was written down)'),
  spellSays: (name: string, from: string, to: Text): Text =>
    text(`${name}：${from} 至 ${to.zh}`, `${name}: ${from} – ${to.en}`),
  markSays: (when: string, actor: string, kind: Text, reason: Text): Text =>
    text(
      `${when}，${actor}，${kind.zh}，事由：${reason.zh}`,
      `${when}, ${actor}, ${kind.en}, reason: ${reason.en}`,
    ),
}
