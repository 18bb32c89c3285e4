import { menuWords } from './menu-words.ts'
import { type Text, text } from '../../../platform/text.ts'

export const pageWords = {
  area: menuWords.area,
  tree: menuWords.tree,
  balance: menuWords.balance,
  along: text('按什么排列', 'Arranged by'),
  byPlace: text('按地点', 'By place'),
  byLine: text('按隶属', 'By Party line'),
  find: text('按名称、代码或拼音查找', 'Find by name, code or pinyin'),
  hits: (count: number): Text => text(`找到 ${count} 处`, `${count} found`),
  show: text('显示', 'Show'),
  ownCounts: text('本树的数', 'Counts of the tree'),
  figures: text('指标', 'Figures'),
  counts: {
    organisations: text('党组织', 'Organisations'),
    groups: text('党小组', 'Groups'),
    compounds: text('小区覆盖', 'Compounds covered'),
    stairwells: text('楼道覆盖', 'Stairwells covered'),
  },
  countsHelp: text(
    '各级的数都包括它下面的。党小组不是一级党组织，另外计数。覆盖数写作“有党组织的 / 全部”。',
    'Each count includes everything beneath. A Party group is no level of Party organisation and is counted apart. Coverage is written “with an organisation / all”.',
  ),
  covered: (covered: number, all: number): string => `${covered} / ${all}`,
  below: (count: number): Text => text(`下属 ${count} 个`, `${count} beneath`),
  empty: text(
    '这一天还没有地点。请先导入地点台账和党组织台账，或者换一个日期。',
    'There are no places on this day. Import the ledgers of places and Party organisations, or choose another day.',
  ),
  emptyKnown: text(
    '按当时所知，这一天什么也没有；可能还没有录入。',
    'As known then, there was nothing on this day; perhaps it had not been recorded yet.',
  ),
  emptyLine: text(
    '这一天还没有党组织。请先导入党组织台账，或者换一个日期。',
    'There are no Party organisations on this day. Import their ledger, or choose another day.',
  ),
  importLink: text('去导入', 'Go to the import'),
  chosen: text('选中的地点', 'The place chosen'),
  chooseHelp: text('点树上的地点看详情。', 'Choose a place in the tree to see more.'),
  open: text('打开地点记录', 'Open the record of the place'),
  useAsPlace: text('以此为范围', 'Work in this place'),
  code: text('代码', 'Code'),
  seated: text('设在这里的党组织', 'Organisations seated here'),
  councils: text('大党委', 'Joint councils'),
  seats: (count: number): Text =>
    text(`${count} 个成员单位`, count === 1 ? '1 member unit' : `${count} member units`),
  councilHelp: text('大党委是联席机制，不是上级组织。', 'A joint council is an overlay, never a parent.'),
  foundedIn: (where: Text): Text => text(`设置于${where.zh}`, `founded in the ${where.en.toLowerCase()}`),
  seat: text('所在地点', 'Seat'),
  printTo: text('打印到', 'Print down to'),
  printAll: text('全部', 'everything'),
}
