import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { holderType } from '../../testing/two-areas/alpha-records.ts'
import { fieldOf } from '../../records/record-type.ts'
import type { Say } from '../language/use-say.ts'
import { fieldColumn } from './field-column.tsx'
import { rulesOf } from './field-rules.ts'
import { helpOfField } from './help-of-field.ts'
import { type Shown, shownValue } from './shown-value.ts'

const say: Say = (words) => words.zh
const [name, kind, seats, rank, funds] = ['name', 'kind', 'seats', 'rank', 'funds'].map((key) =>
  fieldOf(holderType, key),
) as [
  ReturnType<typeof fieldOf>,
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

test('a sum is grouped, a large one also said in 万 or 亿: beside it, and in a column of its own beneath it', () => {
  expect(['22000000000', '12.5', null].map((value) => shownValue(funds, held(value), say))).toEqual([
    '22,000,000,000.00 元（220亿元）',
    '12.50 元',
    '无',
  ])
  const column = fieldColumn<Shown>(funds, (row) => row, say)
  expect([column.heading, column.kind, column.cell(held(null))]).toEqual(['资金（元）', 'numeric', '无'])
  const shown = (value: string) => renderToStaticMarkup(column.cell(held(value)))
  expect(shown('22000000000')).toMatch(/>22,000,000,000\.00<small[^>]*> 220亿元</)
  expect(shown('-10000')).toMatch(/>-10,000\.00<small[^>]*> -1\.00万元</)
  expect(shown('9999.99')).toBe('<span class="amount">9,999.99</span>')
  const masked = { value: null, shown: { zh: '•••', en: '•••' }, masked: true as const }
  expect(column.cell(masked)).toBe('•••')
})

test('a form says what is no sum in yuan, and offers what a unit comes to', async () => {
  const [, rule] = rulesOf(funds, false, say) as {
    validator: (rule: unknown, value: unknown) => Promise<void>
  }[]
  await expect(rule?.validator(null, '220亿元')).rejects.toThrow('如果就是220亿元，请写作22000000000。')
  await expect(rule?.validator(null, '2.2万')).rejects.toThrow('如果就是2.20万元，请写作22000。')
  for (const right of ['１,234.5', ' 7 ', '-1', '', null, undefined]) await rule?.validator(null, right)
  expect(helpOfField(funds, say)).toBe('填-1000000至100000000000000的金额，单位：元，最多两位小数。')
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
