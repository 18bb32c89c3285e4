import { type Text, text } from '../../text.ts'

export const mappingWords = {
  explain: text(
    '表头和台账的不完全一样。请看每一列读作什么，不对的改过来；确认以后，同样的表头下次直接照此读取。',
    'The headings are not quite the ledger’s. See what each column is read as, and put right what is wrong. Once confirmed, the same headings are read in this way next time.',
  ),
  sheet: (name: string): Text => text(`工作表“${name}”`, `Sheet “${name}”`),
  headingRow: (row: number): Text => text(`表头在第 ${row} 行`, `Headings in line ${row}`),
  ledger: text('读作哪本台账', 'Read as the ledger'),
  noLedger: text('不读取这张工作表', 'Do not read this sheet'),
  columns: (name: string): Text => text(`“${name}”的各列`, `Columns of “${name}”`),
  column: text('表中的列', 'Column of the sheet'),
  samples: text('头几行的内容', 'First values'),
  readAs: text('读作', 'Read as'),
  /** Names the choice of a column to those who cannot see where it stands. */
  readAsFor: (heading: string): Text => text(`“${heading}”读作`, `“${heading}” read as`),
  notRead: text('不读取', 'Not read'),
  why: text('依据', 'Why'),
  because: {
    exact: text('表头相同', 'The same heading'),
    confirmed: text('已确认', 'Confirmed'),
    heading: text('表头相近，请核对', 'A similar heading: check it'),
    values: text('内容相符，请核对', 'The values fit: check it'),
    none: text('没有相近的', 'Nothing similar'),
  },
  chosen: text('您选的', 'Your choice'),
  missing: (headings: readonly Text[]): Text =>
    text(
      `还缺少必填项目：${headings.map(({ zh }) => zh).join('、')}`,
      `Still lacking, and required: ${headings.map(({ en }) => en).join(', ')}`,
    ),
  absent: (headings: readonly Text[]): Text =>
    text(
      `表中没有的项目，现有记录中的内容不变：${headings.map(({ zh }) => zh).join('、')}`,
      `Not in the sheet, and left in the records as they are: ${headings.map(({ en }) => en).join(', ')}`,
    ),
  twice: (heading: Text): Text =>
    text(`有两列都读作“${heading.zh}”，请只保留一列`, `Two columns are read as “${heading.en}”: keep one`),
  nothing: text('请至少为一张工作表选择台账', 'Choose a ledger for at least one sheet'),
  confirm: text('确认各列，开始检查', 'Confirm the columns and check'),
  confirming: text('正在检查…', 'Checking…'),
  remembered: (by: string, on: string): Text =>
    text(`各列照 ${by} ${on} 确认的读取`, `Columns are read as ${by} confirmed on ${on}`),
  asConfirmed: text('各列照您确认的读取', 'Columns are read as you confirmed'),
  change: text('查看或更改各列', 'See or change the columns'),
  notices: text('读取时的说明', 'About the reading'),
  passedOver: (count: number): Text =>
    text(
      `另有 ${count} 行不是记录（合计、说明、重复的表头），没有读取。`,
      count === 1
        ? '1 more line is no record (a total, a note or a repeated heading) and was passed over.'
        : `${count} more lines are no records (totals, notes, repeated headings) and were passed over.`,
    ),
}
