import { expect, test } from 'vitest'
import { makeCreditCode } from '../../../../platform/values/credit-code.ts'
import { submissionSchema } from '../../public-contract.ts'
import { checkForm, fieldNamed, firstWrong, longest } from './check-form.ts'
import { emptyForm, fieldNames, type FormValues, submissionOf } from './form-values.ts'

const filled: FormValues = {
  creditCode: makeCreditCode('9', '1', '350206', '12345678'),
  companyName: '示例公司',
  kind: 'financing',
  subject: '贷款到期',
  content: '希望协调续贷',
  wishedOn: '',
  askerName: '',
  askerPhone: '',
}

test('a form that is filled in is sent as the contract takes it, and what is optional as nothing', () => {
  expect(checkForm(filled)).toEqual({})
  expect(submissionSchema.parse(submissionOf(filled))).toEqual({
    ...filled,
    wishedOn: null,
    askerName: null,
    askerPhone: null,
  })
})

test('everything that is missing is told at once, and the first of it is the form’s first field', () => {
  const wrong = checkForm(emptyForm)
  expect(Object.keys(wrong)).toEqual(['creditCode', 'companyName', 'kind', 'subject', 'content'])
  expect(firstWrong(wrong)).toBe('creditCode')
  expect(checkForm({ ...filled, content: ' \n ' }).content).toBeDefined()
  expect(checkForm({ ...filled, kind: 'toString' }).kind).toBeDefined()
})

test('the longest text that is let through is the longest that the contract takes', () => {
  for (const [field, most] of Object.entries(longest)) {
    const name = field as keyof typeof longest
    const fits = { ...filled, [name]: '字'.repeat(most) }
    const over = { ...filled, [name]: '字'.repeat(most + 1) }
    expect(checkForm(fits)).toEqual({})
    expect(submissionSchema.safeParse(submissionOf(fits)).success).toBe(true)
    expect(Object.keys(checkForm(over))).toEqual([name])
    expect(submissionSchema.safeParse(submissionOf(over)).success).toBe(false)
  }
  expect(checkForm({ ...filled, subject: '字'.repeat(63) }).subject).toMatchObject({
    zh: '标题最多60字，现有63字，请删去3字。',
  })
})

test('a credit code is checked by its check character before it costs an attempt', () => {
  expect(checkForm({ ...filled, creditCode: ` ${filled.creditCode.toLowerCase()} ` })).toEqual({})
  expect(checkForm({ ...filled, creditCode: `${filled.creditCode.slice(0, 17)}9` }).creditCode).toBeDefined()
  expect(checkForm({ ...filled, creditCode: '123' }).creditCode?.zh).toContain('18位')
})

test('a day is whole or absent', () => {
  expect(checkForm({ ...filled, wishedOn: '2026-12-31' })).toEqual({})
  expect(Object.keys(checkForm({ ...filled, wishedOn: '12026-12-31' }))).toEqual(['wishedOn'])
  expect(Object.keys(checkForm(filled, true))).toEqual(['wishedOn'])
})

test('a refusal of the server finds its field however it is spelt', () => {
  expect(fieldNames.map((name) => fieldNamed(name))).toEqual(fieldNames)
  expect(fieldNamed('asker_phone')).toBe('askerPhone')
  expect([fieldNamed('number'), fieldNamed(''), fieldNamed(undefined)]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})
