import { expect, test } from 'vitest'
import { holderType } from '../../testing/two-areas/alpha-records.ts'
import { fieldOf } from '../../records/record-type.ts'
import type { Say } from '../language/use-say.ts'
import { fieldColumn } from './field-column.ts'
import { rulesOf } from './field-rules.ts'
import { helpOfField } from './help-of-field.ts'
import { type Shown, shownValue } from './shown-value.ts'

const say: Say = (words) => words.zh
const [name, kind, seats, rank] = ['name', 'kind', 'seats', 'rank'].map((key) =>
  fieldOf(holderType, key),
) as [
  ReturnType<typeof fieldOf>,
  ReturnType<typeof fieldOf>,
  ReturnType<typeof fieldOf>,
  ReturnType<typeof fieldOf>,
]
const held = (value: string | null): Shown => ({
  value,
  shown: value === null ? null : { zh: value, en: value },
})

test('what is typed is asked to be filled in, what is picked to be chosen', () => {
  const messages = [name, kind, seats].map((field) => rulesOf(field, true, say)[0])
  expect(messages).toMatchObject([
    { required: true, message: '请填写“名称”。' },
    { required: true, message: '请选择“类型”。' },
    { required: true, message: '请填写“席位”。' },
  ])
})

test('a form says what is no count before it is sent, and leaves an empty one to the rule before', async () => {
  const [, rule] = rulesOf(seats, false, say) as {
    validator: (rule: unknown, value: unknown) => Promise<void>
  }[]
  await expect(rule?.validator(null, '501')).rejects.toThrow('“501”太大，这一项最多为500。请核对。')
  await expect(rule?.validator(null, '12人')).rejects.toThrow('不是从0起的整数')
  for (const right of ['５00', ' 7 ', '', ' ', null, undefined]) await rule?.validator(null, right)
  const asked = rulesOf(name, false, say).filter((one) => !('warningOnly' in one))
  expect(asked).toHaveLength(1)
})

test('under the input stand the bounds and the unit', () => {
  expect(helpOfField(seats, say)).toBe('填1至500的整数，单位：席。')
  expect(helpOfField(name, say)).toBeNull()
})

test('a count has its unit beside it, but in a column of its own over it, at the right', () => {
  expect([held('30'), held('0'), held(null)].map((value) => shownValue(seats, value, say))).toEqual([
    '30 席',
    '0 席',
    '无',
  ])
  expect(shownValue(rank, held('30'), say)).toBe('30')
  const column = fieldColumn<Shown>(seats, (row) => row, say)
  expect([column.heading, column.kind, column.cell(held('30')), column.cell(held(null))]).toEqual([
    '席位（席）',
    'numeric',
    '30',
    '无',
  ])
  const other = fieldColumn<Shown>(name, (row) => row, say)
  expect([other.heading, other.kind, other.cell(held('甲'))]).toEqual(['名称', undefined, '甲'])
})

test('a text that everybody reads warns of a number of a person; a personal field takes it', async () => {
  const warnings = (field: typeof name) =>
    rulesOf(field, false, say).filter((one) => 'warningOnly' in one) as {
      validator: (rule: unknown, value: unknown) => Promise<void>
    }[]
  const [warning] = warnings(name)
  await expect(warning?.validator(null, '电话13800000000')).rejects.toThrow('个人号码')
  for (const right of ['2018年6月', '', null, undefined]) await warning?.validator(null, right)
  expect(warnings(fieldOf(holderType, 'contact'))).toEqual([])
})
