import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldCode, foldText } from './fold.ts'

const typed = fc.string({
  unit: fc.constantFrom(
    'a',
    'Ａ',
    '示',
    '𠮷',
    ' ',
    '\u3000',
    '\n',
    '\t',
    '\u200b',
    '\ufeff',
    '\u0001',
    '\ud800',
    '０',
  ),
})

test('what is folded once stays as it is, so that a value that was stored compares equal for ever', () => {
  fc.assert(
    fc.property(typed, (value) => {
      expect(foldText(foldText(value))).toBe(foldText(value))
      expect(foldCode(foldCode(value))).toBe(foldCode(value))
    }),
  )
})

test('text keeps its widths and its words, a code loses both widths and blanks', () => {
  expect(foldText(' 示例 \u200b\n花园（Ａ） ')).toBe('示例 花园（Ａ）')
  expect(foldCode(' ３５０２ ０６-０１\u3000')).toBe('350206-01')
})
