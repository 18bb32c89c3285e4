import type { SheetLine } from '../../../platform/web/figure/use-sheet.ts'
import { type CommitteeTrait, committeeTraits } from '../terms.ts'

export const shownTraits = Object.keys(committeeTraits) as CommitteeTrait[]

const elected = (what: string): SheetLine => ({
  figure: `people.committee_elected${what}`,
  against: `people.committee_previous${what}`,
})

/** What the page tells of a committee: who is in office, then this term beside the one before; of each trait the count and the share. */
export const committeeLines: readonly SheetLine[] = [
  { figure: 'people.committee_in_office' },
  elected(''),
  elected('_mean_age'),
  ...shownTraits.flatMap((trait) => [elected(`_${trait}`), elected(`_${trait}_share`)]),
]
