import { expect, test } from 'vitest'
import { text } from '../text.ts'
import { alpha } from '../testing/two-areas/alpha.ts'
import { holderType } from '../testing/two-areas/alpha-records.ts'
import { checkPurposes, type Purpose } from './purpose.ts'

const types = [holderType]
const [purpose] = alpha.purposes ?? []
const check = (...more: Partial<Purpose>[]) => {
  checkPurposes(
    types,
    more.map((one) => ({ ...(purpose as Purpose), ...one })),
  )
}

test('every personal value serves a purpose', () => {
  check({})
  expect(() => check()).toThrow('alpha.holder: no purpose for the personal value contact')
  expect(() => check({ fields: { 'alpha.holder': [] } })).toThrow('no purpose')
})

test('a purpose names fields that are there, and no other bears its id', () => {
  expect(() => check({ fields: { 'alpha.holder': ['contact', 'shoe'] } })).toThrow(
    'no field alpha.holder shoe',
  )
  expect(() => check({ fields: { 'alpha.holder': ['contact'], 'alpha.nobody': ['name'] } })).toThrow(
    'no field alpha.nobody name',
  )
  expect(() => check({}, {})).toThrow('share an id')
})

test('a sensitive value needs its necessity told', () => {
  const sensitive = {
    ...holderType,
    header: holderType.header.map((field) =>
      field.key === 'contact' ? { ...field, class: 'sensitive' as const } : field,
    ),
  }
  const told = { ...(purpose as Purpose), necessity: text('必要', 'Needed') }
  expect(() => checkPurposes([sensitive], [purpose as Purpose])).toThrow('why are sensitive values needed')
  expect(() => checkPurposes([sensitive], [told])).not.toThrow()
})
