import { type Text, text } from '../../text.ts'

export const pieceWords = {
  none: text('无', 'None'),
  again: text('重试', 'Try again'),
  failed: text('没有取到数据', 'The data could not be fetched'),
  loading: text('正在取数…', 'Loading…'),
  total: (count: number): Text => text(`共 ${count} 条`, `${count} in all`),
  shownFrom: (from: number, to: number): Text => text(`第 ${from}–${to} 条`, `${from}–${to}`),
  previous: text('上一页', 'Previous'),
  next: text('下一页', 'Next'),
  pageSize: text('每页', 'Per page'),
  pages: text('分页', 'Pages'),
  ascending: text('升序', 'ascending'),
  descending: text('降序', 'descending'),
  pickDay: text('选择日期', 'Choose a date'),
  print: text('打印', 'Print'),
  yes: text('是', 'Yes'),
  no: text('否', 'No'),
  office: (name: Text, at: Text): Text => text(`${name.zh}　打印于${at.zh}`, `${name.en}, printed ${at.en}`),
}
