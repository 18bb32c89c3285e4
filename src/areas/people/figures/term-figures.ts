import { type Figure, flow, percent, share } from '../../../platform/figures/figure.ts'
import { type Text, text } from '../../../platform/text.ts'
import type { TermOutcome } from '../terms.ts'
import { termRows } from './term-rows.ts'

const base = { version: 1, decimals: 0, theme: text('换届', 'Terms') }
const method = text(
  '届满日按登记的任期推算，未登记任期的按产生之日的规定；已选举产生的班子任期届满前不变。换届日为下一届产生日期，届满后才换届的，计入届满所在的期间。届满前按本街道的提醒月数之内换届的为按期，更早的为提前。批准以选举批复的文号为准；没有登记选举的，以登记换届时的文号为准。',
  'A term ends by its recorded length, else by the rule of the day on which it began; a committee already elected serves its old term out. An election is dated by the day on which the next term began, and counts in the period in which the term ended, however late it was. Within the months in which the office prepares an election it is on time, before them early. Approval is the number of the reply to the request; where no election is recorded, the number at the new term.',
)

const counted = (
  name: string,
  label: Text,
  outcomes: readonly TermOutcome[] | null,
  words: Text,
  more: { apart?: true } = { apart: true },
) =>
  flow({
    ...base,
    ...more,
    id: `people.${name}`,
    label,
    unit: text('个', 'organisations'),
    rows: termRows(name, outcomes, words),
    measure: { by: 'count' },
    remark: method,
  })
const due = counted(
  'terms_ended',
  text('届满党组织', 'Terms that ended'),
  null,
  text('任期届满的党组织', 'Party organisations whose term ended'),
  {},
)
const inTime = counted(
  'terms_renewed_in_time',
  text('按期换届党组织', 'Renewed in time'),
  ['on_time', 'shifted'],
  text(
    '任期届满并按期，或者经批准延期、提前一年以内换届的党组织',
    'Party organisations whose term ended and who elected on time, or within a year of it with approval',
  ),
)

/** Terms that ended in a period and how they were renewed (domain S1, 按期换届率). */
export const termFigures: readonly Figure[] = [
  due,
  share({
    ...base,
    id: 'people.terms_renewed_in_time_share',
    label: text('按期换届率', 'Share renewed in time'),
    unit: percent,
    decimals: 1,
    numerator: inTime,
    denominator: due,
    remark: method,
  }),
  inTime,
  counted(
    'terms_on_time',
    text('届满当期换届', 'Renewed on time'),
    ['on_time'],
    text('任期届满并按期换届的党组织', 'Party organisations whose term ended and who elected on time'),
  ),
  counted(
    'terms_shifted',
    text('经批准延期、提前换届', 'Renewed at another time, approved'),
    ['shifted'],
    text(
      '任期届满并经批准延期或者提前一年以内换届的党组织',
      'Party organisations whose term ended and who elected within a year of it with approval',
    ),
  ),
  counted(
    'terms_out_of_time',
    text('未按期换届', 'Renewed out of time'),
    ['unapproved', 'beyond_a_year'],
    text(
      '任期届满、未经批准延期或提前换届，或者相差一年以上换届的党组织',
      'Party organisations whose term ended and who elected at another time without approval or more than a year away',
    ),
  ),
  counted(
    'terms_not_renewed',
    text('届满未换届', 'Not renewed'),
    ['not_held'],
    text(
      '任期届满、尚未登记换届的党组织',
      'Party organisations whose term ended and of whom no election is recorded',
    ),
  ),
]
