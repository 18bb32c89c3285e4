import { type Text, text } from '../../text.ts'

export const copyWords = {
  title: text('个人信息副本', 'Copy of personal data'),
  line: text(
    '本人依法查阅、复制自己的信息时使用：系统里关于他的全部内容，以及谁登记、查看过。',
    'For a person who asks what is held (PIPL art. 45): everything in this system, and who entered or saw it.',
  ),
  reason: text('谁申请、怎样核实了身份', 'Who asks, and how their identity was checked'),
  reasonHelp: text(
    '副本不隐去个人信息，谁在什么时候为什么取出都会记录在案。',
    'A copy masks nothing. Who took it, when and why is kept on record.',
  ),
  reasonShort: text('请写明申请人和核实情况。', 'Say who asks and how they were identified.'),
  make: text('取出副本', 'Make the copy'),
  making: text('正在取出…', 'Making the copy…'),
  back: text('返回', 'Back'),
  related: text('与此相关的记录', 'Records that name it'),
  noRelated: text('没有相关的记录。', 'No record names it.'),
  looks: text('谁登记、查看过', 'Who entered or saw it'),
  looksOf: (title: string): Text => text(`谁看过：${title}`, `Who looked at ${title}`),
  looksLine: text(
    '本人询问谁看过自己的信息时，据此答复（个人信息保护法第四十四条、第四十五条）。这里不含其信息内容。',
    'The answer to a person who asks who looked at their file (PIPL art. 44 and 45). What the file holds is not shown.',
  ),
  noLooks: text('没有查看和登记的记录。', 'Nobody is recorded.'),
  older: (count: number): Text => text(`更早的还有 ${count} 次。`, `${count} older ones are not listed.`),
  at: text('时间', 'When'),
  by: text('何人', 'Who'),
  what: text('做了什么', 'What'),
  kinds: {
    change: text('登记或更正', 'Entered or corrected'),
    view: text('打开过记录', 'Opened the record'),
    reveal: text('取出副本', 'Took a copy'),
    export: text('成批导出，可能含此人', 'Exported many records, perhaps with this one'),
  },
  saw: (field: Text): Text => text(`查看${field.zh}`, `Saw ${field.en}`),
  why: text('事由', 'Why'),
  note: text(
    '同一账号一天内多次打开，只记第一次；在列表里见到不记。成批导出只列出此人登记以后的，导出时是否含有此人，以导出的范围为准。',
    'Of an account that opens the record several times on a day, the first time is kept; to see it in a list is not. Exports since the record was entered are listed: whether it was in them depends on what was exported.',
  ),
}
