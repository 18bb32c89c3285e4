import type { Judged } from '../../../platform/records/behaviour.ts'
import { defineRule } from '../../../platform/rules/rule.ts'
import { text } from '../../../platform/text.ts'
import { inForce, type Spell, spell } from '../../../platform/values/spell.ts'
import type { PostingKind } from '../terms.ts'
import type { WithPeople } from './departed-rule.ts'

/** A time in which somebody is sent to a company. */
export type Posted = Spell & {
  readonly person: string
  readonly company: string
  readonly kind: PostingKind
}

export type PostingFacts = WithPeople & {
  /** By person, as far as they are in sight; the posting itself is among them. */
  readonly postings: ReadonlyMap<string, readonly Posted[]>
  /** How many companies one instructor answers for at most, as the office set it. */
  readonly limits: readonly (Spell & { readonly most: number })[]
}

export const withinLimit = defineRule<Judged<PostingFacts>>({
  id: 'R-S3-07',
  name: text('党建指导员负责的企业不超过上限', 'An instructor answers for no more companies than the limit'),
  basis: text(
    '本街道在“工作上限”中登记的一名党建指导员负责的企业数（本地标准）',
    'The office’s own limit of companies for one instructor, as recorded under “Limits of work”',
  ),
  source: 'practice',
  inForce: spell('1949-10-01', null),
  weight: 'warn',
  judges: 'state',
  check: ({ spells, facts }, on) => {
    const now = spells.find((one) => inForce(one, on))?.attributes
    const limit = facts.limits.find((one) => inForce(one, on))
    if (!limit || now?.['kind'] !== 'instructor') return []
    const postings = facts.postings.get(now['person_id'] ?? '') ?? []
    const companies = new Set(
      postings.filter((one) => one.kind === 'instructor' && inForce(one, on)).map(({ company }) => company),
    )
    if (companies.size <= limit.most) return []
    return [
      {
        message: text(
          `这名党建指导员${on}负责${companies.size}家企业，超过上限${limit.most}家。请调整选派，或者核对上限。`,
          `On ${on} this instructor answers for ${companies.size} companies, and the limit is ${limit.most}: change the postings, or check the limit.`,
        ),
      },
    ]
  },
})
