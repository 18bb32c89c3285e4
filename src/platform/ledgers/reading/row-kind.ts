import type { CellValue } from 'hucre/xlsx'
import { foldWord } from '../fold.ts'

/** What a line below the headings is, where it is no record. */
export type PassedKind = 'total' | 'note' | 'headings'

const total =
  /^(合计|总计|小计|累计|共计|总数|本页小计|本页合计|total|subtotal|grandtotal|sum)[:：]?$|^(以上)?(合计|总计|共计|总共|共)\d+[\p{Script=Han}]{0,4}[。.]?$/u
const note =
  /^(填表人|填报人|制表人|制表|填报单位|填表单位|审核人|复核人|负责人|单位负责人|分管领导|联系人|联系电话|填表日期|填报日期|填报时间|制表日期|制表时间|日期|备注|附注|注|说明|填表说明|preparedby|checkedby|note|notes|date)(\d*)[:：]/
const numbered = /^[（(]?\d{1,2}[)）.、．]/

/** Tells totals, notes and repeated headings by their form. A line that holds more than that is a record. */
export class RowKinds {
  readonly #headings: string
  #inNotes = false

  constructor(headingLine: readonly CellValue[]) {
    this.#headings = key(headingLine)
  }

  kindOf(values: readonly CellValue[]): PassedKind | null {
    const filled = values.filter((value) => value !== null && String(value).trim() !== '')
    const first = foldWord(String(filled[0] ?? ''))
    if (key(values) === this.#headings) return 'headings'
    if (total.test(first) && filled.slice(1).every(isFigure)) return 'total'
    if (note.test(first) && filled.length <= 6 && !filled.some(isNumber)) {
      this.#inNotes = true
      return 'note'
    }
    if (this.#inNotes && filled.length === 1 && numbered.test(first)) return 'note'
    return null
  }
}

const key = (values: readonly CellValue[]) => {
  const words = values.map((value) => foldWord(String(value ?? '')))
  return words.slice(0, words.findLastIndex((word) => word !== '') + 1).join('\u0001')
}
const isNumber = (value: CellValue) => typeof value === 'number'
const isFigure = (value: CellValue) =>
  typeof value === 'number' ||
  total.test(foldWord(String(value))) ||
  /^([-+]?[\d,.]+%?|[-—/]+)$/.test(String(value).trim())
