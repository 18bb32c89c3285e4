import type { Text } from '../../../../platform/text.ts'
import { checkCreditCode } from '../../../../platform/values/credit-code.ts'
import { isDay } from '../../../../platform/values/day.ts'
import { requestKinds } from '../../terms/requests.ts'
import { type FieldName, fieldNames, type FormValues } from './form-values.ts'
import { formWords as words } from './form-words.ts'

/** What is wrong, by field. */
export type Wrong = Readonly<Partial<Record<FieldName, Text>>>

/** The longest text that the contract takes, by field. */
export const longest = {
  companyName: 100,
  subject: 60,
  content: 2000,
  askerName: 30,
  askerPhone: 30,
} as const

const needed: ReadonlySet<FieldName> = new Set(['creditCode', 'companyName', 'kind', 'subject', 'content'])

/**
 * What can be told before anything is sent, all of it at once: the server takes only so many attempts. It has the last word on every
 * field. `halfTyped` says that the date input holds something that is no date.
 */
export function checkForm(values: FormValues, halfTyped = false): Wrong {
  const found = fieldNames.flatMap((name) => {
    const problem = problemIn(name, values[name].trim(), halfTyped)
    return problem ? [[name, problem] as const] : []
  })
  return Object.fromEntries(found)
}

function problemIn(name: FieldName, value: string, halfTyped: boolean): Text | null {
  if (value === '' && needed.has(name)) return words.missing(name)
  if (name in longest) {
    const most = longest[name as keyof typeof longest]
    if (value.length > most) return words.tooLong(name, value.length, most)
  }
  if (name === 'creditCode') {
    const checked = checkCreditCode(value)
    return checked.ok ? null : checked.problem
  }
  if (name === 'kind' && !Object.hasOwn(requestKinds, value)) return words.missing(name)
  if (name === 'wishedOn' && (halfTyped || (value !== '' && !isDay(value)))) return words.noDay
  return null
}

/** The first field that is wrong, in the order of the form. */
export const firstWrong = (wrong: Wrong): FieldName | undefined =>
  fieldNames.find((name) => wrong[name] !== undefined)

/** The field of the form that a refusal of the server names, in either way of writing it. */
export function fieldNamed(named: unknown): FieldName | undefined {
  const plain = typeof named === 'string' ? named.replaceAll('_', '').toLowerCase() : ''
  return fieldNames.find((name) => name.toLowerCase() === plain)
}
