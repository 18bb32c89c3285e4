import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../refusal.ts'
import { normaliseName } from './names.ts'

describe('normaliseName', () => {
  it.each([
    ['  张三 ', '张三'],
    ['张　三', '张三'],
    ['欧 阳  修', '欧阳修'],
    ['张\u200B三', '张三'],
    ['John   Smith', 'John Smith'],
    ['阿卜杜拉•买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉・买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉．买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉 · 买买提', '阿卜杜拉·买买提'],
    ['𠮷 野', '𠮷野'],
    ['刘䶮', '刘䶮'],
    ['王㛃', '王㛃'],
    ['王\uFA11', '王\uFA11'],
  ])('stores %j as %j', (value, stored) => {
    expect(normaliseName(value)).toBe(stored)
  })

  it('counts a rare character as one', () => {
    expect(normaliseName('𠮷'.repeat(30))).toBe('𠮷'.repeat(30))
    expect(() => normaliseName('𠮷')).toThrow(Refusal)
    expect(() => normaliseName('𠮷'.repeat(31))).toThrow(Refusal)
  })

  it.each(['', ' ', '张', ' 张 ', '张'.repeat(31), '张\uD842'])('refuses %j', (value) => {
    expect(() => normaliseName(value)).toThrow(Refusal)
  })

  it('changes nothing the second time, and no letter the first', () => {
    const pieces = fc.constantFrom('张', '𠮷', '䶮', 'A', 'b', ' ', '　', '•', '・', '．', '·', '\u200B')
    const inner = fc.array(pieces, { maxLength: 12 }).map((characters) => characters.join(''))
    fc.assert(
      fc.property(inner, (characters) => {
        const value = `王${characters}五`
        const once = normaliseName(value)
        expect(normaliseName(once)).toBe(once)
        expect(once.match(/\p{Letter}/gu)).toEqual(value.match(/\p{Letter}/gu))
      }),
    )
  })
})
