import { type Text, text } from '../../text.ts'
import { type Day, day } from '../day.ts'

/** One line of a notice: the days off, first and last included, and the weekend days that are worked for them. */
export type Rest = {
  readonly occasion: Text
  readonly from: Day
  readonly through: Day
  readonly worked: readonly Day[]
}

/** A notice on days off and make-up working days (放假调休). What a later one says of a day replaces what an earlier one said. */
export type HolidayNotice = {
  /** `year` arranges a whole year, `change` single days of a year that another notice arranged. */
  readonly kind: 'year' | 'change'
  readonly year: number
  readonly title: Text
  /** The document number (发文字号). */
  readonly number: string
  /** The day on which the document was signed (成文日期). */
  readonly issued: Day
  readonly rests: readonly Rest[]
}

export const occasions = {
  newYear: text('元旦', 'New Year'),
  spring: text('春节', 'Spring Festival'),
  qingming: text('清明节', 'Qingming Festival'),
  labour: text('劳动节', 'Labour Day'),
  dragonBoat: text('端午节', 'Dragon Boat Festival'),
  midAutumn: text('中秋节', 'Mid-Autumn Festival'),
  national: text('国庆节', 'National Day'),
  midAutumnAndNational: text('中秋节、国庆节', 'Mid-Autumn Festival and National Day'),
} as const

export function rest(
  occasion: keyof typeof occasions,
  from: string,
  through: string,
  ...worked: string[]
): Rest {
  return { occasion: occasions[occasion], from: day(from), through: day(through), worked: worked.map(day) }
}

export function yearNotice(
  year: number,
  number: string,
  issued: string,
  rests: readonly Rest[],
): HolidayNotice {
  const title = text(
    `国务院办公厅关于${year}年部分节假日安排的通知`,
    `Notice of the General Office of the State Council on the arrangement of some holidays in ${year}`,
  )
  return { kind: 'year', year, title, number, issued: day(issued), rests }
}
