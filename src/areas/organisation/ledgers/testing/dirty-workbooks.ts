import ExcelJS from 'exceljs'
import type { Ledger } from '../../../../platform/ledgers/ledger.ts'
import { legalPersonsLedger } from '../legal-persons.ts'
import { placesLedger } from '../places.ts'

type Sheet = ExcelJS.Worksheet

const placeHead = ['代码', '层级', '名称', '上级地点代码', '设立日期', '撤销日期', '文号', '虚构']
const one = ['350206005013-01', '小区', '𠮷䶮㛃花园', '350206005013', '2016-01-01', null, null, '是']
const two = [
  '350206005013-02',
  '小区',
  '示例（二期）',
  '350206005013',
  '2017-05-01',
  null,
  '厦街〔2017〕5号',
  '是',
]

/** What a line of a dirty workbook must be read as: its number, its code and its first day. */
export type ExpectedLine = readonly [number: number, code: string | undefined, begins: string | null]
export type DirtyWorkbook = {
  readonly ledger?: Ledger
  readonly fill: (book: ExcelJS.Workbook, sheet: Sheet) => void
  readonly lines: readonly ExpectedLine[]
  /** Each must be found in a message of its own. */
  readonly errors?: readonly string[]
  readonly notices?: readonly string[]
  readonly passedOver?: number
  /** What is offered for each heading, where it must be asked. */
  readonly offered?: Readonly<Record<string, string | null>>
  /** A text file keeps neither merged cells, nor hidden ones, nor a second sheet. */
  readonly noText?: boolean
}

const both: readonly ExpectedLine[] = [
  [2, '350206005013-01', '2016-01-01'],
  [3, '350206005013-02', '2017-05-01'],
]
const lower = (by: number) => both.map(([row, ...rest]) => [row + by, ...rest] as const)
const rows =
  (...all: readonly ExcelJS.CellValue[][]) =>
  (_: unknown, sheet: Sheet) =>
    void sheet.addRows([...all])
const dayCell =
  (...written: ExcelJS.CellValue[]): DirtyWorkbook['fill'] =>
  (_, sheet) => {
    sheet.addRows([placeHead, ...written.map((day, at) => [`P-${at}`, '小区', '花园', null, day])])
    // As a Chinese Excel shows a day.
    written.forEach((day, at) => {
      if (day instanceof Date) sheet.getCell(at + 2, 5).numFmt = 'yyyy/m/d'
    })
  }

/** Each kind of dirt that offices send, once: how it is made, and what must come of it. */
export const dirtyWorkbooks: Readonly<Record<string, DirtyWorkbook>> = {
  'title lines above': {
    fill: (_, sheet) => {
      sheet.addRows([
        ['示例街道地点台账（2018年）'],
        ['填报单位：示例街道', null, null, '填报日期：2018.6.30'],
        [],
        placeHead,
        one,
        two,
      ])
      sheet.mergeCells('A1:H1')
    },
    lines: lower(3),
  },
  'full-width signs': {
    fill: rows(
      ['代码（必填）', '层 级', '名　称', '上级地点代码', '设立日期＊', '撤销日期', '文号', '虚构'],
      [
        '３５０２０６００５０１３－０１',
        ' 小区 ',
        '花园',
        '３５０２０６００５０１３',
        '２０１６年１月１日',
        null,
        null,
        '是',
      ],
    ),
    lines: [[2, '350206005013-01', '2016-01-01']],
  },
  'days in every form': {
    fill: dayCell(
      '2016.1.1',
      '2016年1月1日',
      '2016/1/1',
      '2016-1-1',
      '20160101',
      new Date('2016-01-01T00:00:00Z'),
      42370,
      '42370',
    ),
    lines: Array.from({ length: 8 }, (_, at) => [at + 2, `P-${at}`, '2016-01-01'] as const),
  },
  'months for days': {
    fill: dayCell('2018.6', 2018.6, '2018年6月', '2018/06', '2018年'),
    lines: Array.from({ length: 5 }, (_, at) => [at + 2, `P-${at}`, null] as const),
    errors: ['只有年月', '10月还会变成1月', '“2018年6月”只有年月', '“2018/06”只有年月', '只有年，'],
  },
  'days that show a month alone': {
    fill: (_, sheet) => {
      sheet.addRows([placeHead, ['P-0', '小区', '花园', null, new Date('2018-06-01T00:00:00Z')]])
      sheet.getCell('E2').numFmt = 'yyyy"年"m"月"'
    },
    lines: [[2, 'P-0', null]],
    errors: ['只有年月'],
  },
  'codes of which Excel kept 15 digits': {
    ledger: legalPersonsLedger,
    fill: rows(
      ['统一社会信用代码', '单位名称', '单位性质', '登记状态', '住所', '虚构', '登记日期', '文号'],
      ...[913502060000000000, '913502060000000000', '9.13502E+17'].map((code) => [
        code,
        '示例有限公司',
        '非公企业',
        '在营',
        null,
        '是',
        '2015-01-01',
      ]),
    ),
    lines: [2, 3, 4].map((row) => [row, undefined, '2015-01-01'] as const),
    errors: ['是数值格式', '从第16位起都是0', '是科学记数法'],
  },
  'codes as numbers, numbers as text': {
    fill: rows(placeHead, [350206005013, '小区', '花园', 350206005000, '42370']),
    lines: [[2, '350206005013', '2016-01-01']],
  },
  'totals and notes below': {
    fill: rows(
      placeHead,
      one,
      ['小计', null, null, 1],
      two,
      ['合 计', null, null, 2, '—'],
      ['共2家'],
      ['填表人：示例甲', null, null, '审核人：示例乙'],
      ['制表日期：2018.6'],
      ['注：1.本表按月填报。'],
      ['2.有变动的及时更新。'],
    ),
    lines: [both[0] as ExpectedLine, [4, '350206005013-02', '2017-05-01']],
    passedOver: 7,
    notices: ['第3、5、6行是合计行', '第7、8、9、10行是表后说明'],
  },
  'headings repeated on each page': {
    fill: rows(placeHead, one, placeHead, two),
    lines: [both[0] as ExpectedLine, [4, '350206005013-02', '2017-05-01']],
    passedOver: 1,
    notices: ['第3行是重复的表头'],
  },
  'hidden lines, columns and sheets': {
    fill: (book, sheet) => {
      sheet.addRows([placeHead, one, two])
      sheet.getRow(3).hidden = true
      sheet.getColumn(7).hidden = true
      const away = book.addWorksheet('旧表', { state: 'hidden' })
      away.addRows([placeHead, one])
    },
    lines: both,
    notices: ['隐藏的行也一并读取：第3行', '隐藏的列也一并读取：G列', '隐藏的工作表“旧表”没有读取'],
    noText: true,
  },
  'cells merged downwards': {
    fill: (_, sheet) => {
      sheet.addRows([placeHead, one, [two[0], null, two[2], null, '2017-05-01']])
      sheet.mergeCells('B2:B3')
      sheet.mergeCells('D2:D3')
    },
    lines: both,
    notices: ['共补入2格'],
    noText: true,
  },
  'a second sheet': {
    fill: (book, sheet) => {
      sheet.addRows([placeHead, one])
      book.addWorksheet('填表说明').addRow(['本页是说明'])
    },
    lines: [both[0] as ExpectedLine],
    noText: true,
  },
  'renamed and reordered columns': {
    fill: rows(
      ['序号', '地点名称', '类别', '地点编码', '所属上级', '成立时间', '备注'],
      [1, one[2], '小区', one[0], '350206005013', '2016年1月1日', '甲'],
      [2, two[2], '小区', two[0], '350206005013', '2017.5.1', null],
      ['合计', 2],
    ),
    lines: both,
    offered: {
      序号: null,
      地点名称: 'name',
      类别: 'kind',
      地点编码: 'code',
      所属上级: 'parent_id',
      成立时间: 'begins',
      备注: null,
    },
    passedOver: 1,
    notices: ['没有读取：A 序号、G 备注'],
  },
  'headings of two levels': {
    fill: (_, sheet) => {
      sheet.addRows([
        ['示例街道地点台账'],
        ['代码', '基本情况', null, '上级', '起止', null],
        [null, '名称', '层级', null, '设立日期', '撤销日期'],
        ['350206005013-01', '花园', '小区', '350206005013', '2016-01-01', null],
      ])
      for (const block of ['A1:F1', 'A2:A3', 'B2:C2', 'D2:D3', 'E2:F2']) sheet.mergeCells(block)
    },
    lines: [[4, '350206005013-01', '2016-01-01']],
    offered: {
      代码: 'code',
      '基本情况 / 名称': 'name',
      '基本情况 / 层级': 'kind',
      上级: 'parent_id',
      '起止 / 设立日期': 'begins',
      '起止 / 撤销日期': 'ends',
    },
    noText: true,
  },
}

export async function writtenByExcelJs({ ledger = placesLedger, fill }: DirtyWorkbook): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  fill(book, book.addWorksheet(ledger.sheet.zh))
  return new Uint8Array(await book.xlsx.writeBuffer())
}
