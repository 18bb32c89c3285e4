import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../refusal.ts'
import { checkCreditCode, makeCreditCode } from './credit-code.ts'

const alphabet = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY')
const character = fc.constantFrom(...alphabet)
const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))
const body = fc.array(character, { minLength: 8, maxLength: 8 }).map((characters) => characters.join(''))
const jumble = fc
  .array(fc.constantFrom(...alphabet, '𠮷', '·', '\uD842', 'E+', '　', 'Ａ'), { maxLength: 20 })
  .map((pieces) => pieces.join(''))
const anyCode = fc.tuple(character, character, digits(6), body).map((parts) => makeCreditCode(...parts))

function problemOf(value: string): string {
  const checked = checkCreditCode(value)
  return checked.ok ? 'none' : checked.problem.zh
}

describe('checkCreditCode', () => {
  it.each(['914403001922038216', '9144030071526726XG', '91330100799655058B', '91110000802100433B'])(
    'accepts %s',
    (code) => {
      expect(checkCreditCode(code)).toEqual({ ok: true, code, warnings: [] })
    },
  )

  it('puts width, case and spaces right', () => {
    expect(checkCreditCode(' ９１４４０３００　7152 6726xg\u200B')).toEqual({
      ok: true,
      code: '9144030071526726XG',
      warnings: [],
    })
  })

  it('says which check character was expected', () => {
    expect(problemOf('91310115MA1H8R7C6D')).toMatch(/第18位应为“.”，现为“D”/)
    expect(problemOf('9144030071526726XH')).toContain('第18位应为“G”，现为“H”')
  })

  it('says the length', () => {
    expect(problemOf('9144030071526726X')).toContain('应为18位，现为17位')
    expect(problemOf('')).toContain('为空')
    expect(problemOf('  ')).toContain('为空')
  })

  it('says which character cannot be', () => {
    expect(problemOf('91440300O1526726XG')).toContain('第9位“O”')
    expect(problemOf('9144A30071526726XG')).toContain('第5位“A”')
    expect(problemOf('9144030071526726·G')).toContain('第17位“·”')
    expect(problemOf('𠮷144030071526726XG')).toContain('第1位“𠮷”')
  })

  it('knows what a spreadsheet does to a long number', () => {
    expect(problemOf('9.14403E+17')).toContain('科学计数法')
    expect(problemOf('914403001922038000')).toContain('15位')
    expect(problemOf('914403001922038002')).toContain('第18位应为')
  })

  it('warns of a wrong position 17 and lets it stand', () => {
    const right = '9144030071526726X'
    const wrong = `${right.slice(0, 16)}1`
    const accepted = alphabet.map((last) => checkCreditCode(wrong + last)).filter((checked) => checked.ok)
    expect(accepted).toHaveLength(1)
    expect(accepted[0]?.warnings[0]?.zh).toContain('第17位按组织机构代码规则应为“X”，现为“1”')
  })

  it('finds any one wrong character', () => {
    fc.assert(
      fc.property(anyCode, fc.nat({ max: 17 }), character, (code, index, wrong) => {
        fc.pre(code[index] !== wrong)
        expect(checkCreditCode(code.slice(0, index) + wrong + code.slice(index + 1)).ok).toBe(false)
      }),
    )
  })

  it('finds any two neighbours exchanged', () => {
    fc.assert(
      fc.property(anyCode, fc.nat({ max: 16 }), (code, index) => {
        const [a = '', b = ''] = [code[index], code[index + 1]]
        fc.pre(a !== b)
        expect(checkCreditCode(code.slice(0, index) + b + a + code.slice(index + 2)).ok).toBe(false)
      }),
    )
  })

  it('answers for whatever text it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), jumble), (value) => {
        const checked = checkCreditCode(value)
        expect(checked.ok || checked.problem.zh.length > 0).toBe(true)
      }),
    )
  })
})

describe('makeCreditCode', () => {
  it('computes the check characters of real codes again', () => {
    expect(makeCreditCode('9', '1', '440300', '71526726')).toBe('9144030071526726XG')
    expect(makeCreditCode('9', '1', '330100', '79965505')).toBe('91330100799655058B')
    expect(makeCreditCode('9', '1', '350100', 'M000100Y')).toMatch(/^91350100M000100Y4/)
  })

  it('makes codes that pass without a warning, but for the ending 000', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        fc.pre(!code.endsWith('000'))
        expect(checkCreditCode(code)).toEqual({ ok: true, code, warnings: [] })
      }),
    )
  })

  it.each([
    ['9', '1', '35020', '12345678'],
    ['9', '1', '3502060', '1234567'],
    ['91', '', '350206', '12345678'],
    ['9', '1', '350206', '1234567I'],
    ['9', '1', '35020A', '12345678'],
    ['', '', '', ''],
  ])('refuses %s %s %s %s', (authority, kind, area, eight) => {
    expect(() => makeCreditCode(authority, kind, area, eight)).toThrow(Refusal)
  })
})
