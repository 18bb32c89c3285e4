import type { Day } from '../../../../platform/values/day.ts'
import type { SubmissionInput } from '../../public-contract.ts'
import type { RequestKind } from '../../terms/requests.ts'

/** In the order in which the form asks. */
export const fieldNames = [
  'creditCode',
  'companyName',
  'kind',
  'subject',
  'content',
  'wishedOn',
  'askerName',
  'askerPhone',
] as const
export type FieldName = (typeof fieldNames)[number]

/** What stands in the inputs; nothing chosen or written is the empty text. */
export type FormValues = Readonly<Record<FieldName, string>>

export const emptyForm = Object.fromEntries(fieldNames.map((name) => [name, ''])) as FormValues

/** The form as it is sent; `checkForm` has found nothing wrong in it. */
export function submissionOf(values: FormValues): SubmissionInput {
  const written = (name: FieldName) => values[name].trim()
  return {
    creditCode: written('creditCode'),
    companyName: written('companyName'),
    kind: values.kind as RequestKind,
    subject: written('subject'),
    content: written('content'),
    wishedOn: (values.wishedOn || null) as Day | null,
    askerName: written('askerName') || null,
    askerPhone: written('askerPhone') || null,
  }
}
