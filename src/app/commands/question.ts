import type { Question } from '../../platform/figures/contract.ts'
import { answerValue } from '../../platform/figures/answer.ts'
import { figureNamed } from '../../platform/figures/registry.ts'
import { resolveQuestion } from '../../platform/figures/resolve.ts'
import { type Day, day } from '../../platform/values/day.ts'
import type { Program } from '../program.ts'
import { UsageError, wholeOffice } from './command.ts'
import { oneOf } from './one-of.ts'

export const questionOptions = {
  place: { type: 'string' },
  along: { type: 'string' },
  'as-of': { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  structure: { type: 'string' },
  'known-at': { type: 'string' },
  of: { type: 'string' },
  json: { type: 'boolean' },
} as const

export const questionUsage = `  --place CODE|ID       地点或组织的代码（可只写开头）  a place or organisation, by code or its beginning
  --along place|line    按地点或按组织隶属  along places or the line of organisations
  --as-of 2018-07-29    截至  the day of a stock
  --from DAY --to DAY   期间  the period of a flow (default: the year up to --as-of)
  --structure then|today  当时或现在的隶属  the structure of then or of today
  --known-at MOMENT     按当时所知：变更号或时刻  as known at a change number or moment
  --of department:BM-01  只计一个分组的记录（none 为没有的）  rows of one part of a dimension (none: of no record)
  --json                机器可读  machine-readable output`

type Given = { [Key in keyof typeof questionOptions]?: string | boolean | undefined }

/** The question that the options ask, without its figure. */
export function questionOf(given: Given): Omit<Question, 'figure'> {
  const text = (key: keyof Given) => given[key] as string | undefined
  const date = (key: keyof Given) => (text(key) === undefined ? undefined : day(text(key) as string))
  const asOf = date('as-of')
  const from = date('from')
  const through = date('to') ?? (from ? asOf : undefined)
  if ((from === undefined) !== (through === undefined))
    throw new UsageError('--from 和 --to 要一起给。 --from and --to go together.')
  return {
    ...(text('place') ? { node: text('place') } : {}),
    along: oneOf('along', text('along'), ['place', 'line']),
    ...(asOf ? { asOf } : {}),
    ...(from && through ? { period: { from, through: through as Day } } : {}),
    structure: oneOf('structure', text('structure'), ['then', 'today']),
    ...(text('of') ? { of: text('of') } : {}),
    ...(text('known-at') ? { knownAt: text('known-at') } : {}),
  }
}

export async function askValue({ figures }: Program, question: Question) {
  return await answerValue(
    figures,
    await resolveQuestion(figures, wholeOffice, figureNamed(figures, question.figure), question),
    true,
  )
}
