import { expect, test } from 'vitest'
import { emptyForm, submissionOf } from './form-values.ts'
import { attemptOf, forgetUnsent, keepUnsent, readUnsent } from './unsent.ts'

function storage(start: Readonly<Record<string, string>> = {}) {
  const kept = new Map(Object.entries(start))
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

const values = { ...emptyForm, subject: '贷款到期', content: '一行\n又一行', askerPhone: '13800000000' }

test('what was written and the key that it was sent under are there after a reload, and gone once forgotten', () => {
  const tab = storage()
  expect(readUnsent(tab)).toBeNull()
  const unsent = { values, attempt: attemptOf(submissionOf(values), null) }
  keepUnsent(tab, unsent)
  expect(readUnsent(tab)).toEqual(unsent)
  forgetUnsent(tab)
  expect(readUnsent(tab)).toBeNull()
  expect(tab.kept.size).toBe(0)
})

test('what cannot be read counts as nothing, and a field of another version is left out', () => {
  const tab = storage()
  keepUnsent(tab, { values, attempt: null })
  const [key] = tab.kept.keys()
  const read = (text: string) => readUnsent(storage({ [key ?? '']: text }))
  for (const broken of ['{', 'null', '7', '[]', '{"values":null}', '{"values":"x"}'])
    expect(read(broken)).toBeNull()
  expect(read('{"values":{"subject":"甲","content":5,"other":"乙"},"attempt":{"key":1}}')).toEqual({
    values: { ...emptyForm, subject: '甲' },
    attempt: null,
  })
})

test('the same content keeps its key, and other content gets a new one', () => {
  const first = attemptOf(submissionOf(values), null)
  expect(first.key).toMatch(/^[0-9a-f]{32}$/)
  expect(attemptOf(submissionOf({ ...values }), first)).toBe(first)
  const second = attemptOf(submissionOf({ ...values, subject: '别的事' }), first)
  expect(second.key).not.toBe(first.key)
  // What differs only in blanks around it is sent as the same.
  expect(attemptOf(submissionOf({ ...values, subject: ' 贷款到期 ' }), first)).toBe(first)
})
