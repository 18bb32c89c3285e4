import { Refusal } from '../../../platform/refusal.ts'
import { type Text, text } from '../../../platform/text.ts'
import { checkCreditCode } from '../../../platform/values/credit-code.ts'
import type { SubmissionInput } from '../public-contract.ts'

/** Fields that have to hold something, as the form calls them. */
const needed = {
  companyName: text('企业名称', 'Company'),
  subject: text('标题', 'Subject'),
  content: text('诉求内容', 'What is asked'),
} as const

/**
 * What somebody sent, as it may be stored: without signs that are none, and under a credit code whose check character is right.
 * @throws Refusal INVALID that names the field
 */
export function cleanSubmission(given: SubmissionInput): Readonly<Record<string, string | null>> {
  for (const [field, label] of Object.entries(needed))
    if (line(given[field as keyof typeof needed]) === '')
      throw invalid(field, text(`请填写“${label.zh}”。`, `Enter “${label.en}”.`))
  const checked = checkCreditCode(given.creditCode)
  if (!checked.ok) throw invalid('creditCode', checked.problem)
  const phone = line(given.askerPhone ?? '')
  if (phone !== '' && !/^\+?[\d() -]{5,25}$/.test(phone))
    throw invalid(
      'askerPhone',
      text(
        '联系电话只能有数字、空格、括号、加号和短横。',
        'A telephone number has digits, blanks, brackets, a plus and dashes.',
      ),
    )
  return {
    credit_code: checked.code,
    company_name: line(given.companyName),
    kind: given.kind,
    subject: line(given.subject),
    content: lines(given.content),
    wished_on: given.wishedOn,
    asker_name: line(given.askerName ?? '') || null,
    asker_phone: phone || null,
  }
}

const line = (value: string) => value.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
const lines = (value: string) =>
  value
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n]|\p{Cf}/gu, '')
    .trim()

const invalid = (field: string, words: Text) => new Refusal('INVALID', words, { field })
