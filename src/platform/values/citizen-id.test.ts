import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCitizenId } from './citizen-id.ts'
import { addDays, day } from './day.ts'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

function withCheck(seventeen: string): string {
  const sum = [...seventeen].reduce((total, digit, index) => total + Number(digit) * (weights[index] ?? 0), 0)
  // GB 11643 states the check as a remainder: Σ aᵢ·Wᵢ ≡ 1 (mod 11), the check itself weighing 1.
  const check = (((1 - sum) % 11) + 11) % 11
  return seventeen + (check === 10 ? 'X' : check)
}

const birthDay = fc.integer({ min: 0, max: 60_000 }).map((n) => addDays(day('1900-01-01'), n))
const parts = fc.record({
  area: fc.integer({ min: 110_000, max: 830_000 }).map(String),
  birth: birthDay,
  order: fc.integer({ min: 1, max: 999 }),
})
const idOf = ({ area, birth, order }: { area: string; birth: string; order: number }) =>
  withCheck(area + birth.replaceAll('-', '') + String(order).padStart(3, '0'))

function problemOf(value: string): string {
  const checked = checkCitizenId(value)
  return checked.ok ? 'none' : checked.problem.zh
}

describe('checkCitizenId', () => {
  it('reads birth day and sex', () => {
    expect(checkCitizenId('11010519491231002X')).toEqual({
      ok: true,
      id: '11010519491231002X',
      birth: '1949-12-31',
      sex: 'female',
      warnings: [],
    })
  })

  it('refuses a birth before 1900, which no day of the system can hold, though the check is right', () => {
    expect(withCheck('44052418800101001')).toBe('440524188001010014')
    expect(problemOf('440524188001010014')).toContain('“18800101”不是1900年以后的有效出生日期')
  })

  it('puts width, case and spaces right', () => {
    expect(checkCitizenId(' １１０１０５ 19491231 002x ')).toMatchObject({
      ok: true,
      id: '11010519491231002X',
    })
  })

  it('names what is wrong', () => {
    expect(problemOf('')).toContain('为空')
    expect(problemOf('110105491231002')).toContain('15位旧号码')
    expect(problemOf('1101051949123100')).toContain('现为16位')
    expect(problemOf('1101051949123100O2')).toContain('第17位“O”')
    expect(problemOf('1101051949X2310021')).toContain('第11位“X”')
    expect(problemOf('11010519490231002X')).toContain('“19490231”不是1900年以后的有效出生日期')
    expect(problemOf('110105194912310021')).toContain('第18位应为“X”，现为“1”')
    expect(problemOf('1.10105E+17')).toContain('科学计数法')
    expect(problemOf('110105194912310000')).toContain('15位')
  })

  it('accepts every well-made number and reads its parts', () => {
    fc.assert(
      fc.property(parts, (of) => {
        const expected = { ok: true, birth: of.birth, sex: of.order % 2 === 1 ? 'male' : 'female' }
        expect(checkCitizenId(idOf(of))).toMatchObject(expected)
      }),
    )
  })

  it('finds any one wrong digit', () => {
    fc.assert(
      fc.property(
        parts,
        fc.nat({ max: 17 }),
        fc.constantFrom(...Array.from('0123456789X')),
        (of, index, wrong) => {
          const id = idOf(of)
          fc.pre(id[index] !== wrong)
          expect(checkCitizenId(id.slice(0, index) + wrong + id.slice(index + 1)).ok).toBe(false)
        },
      ),
    )
  })

  it('never repeats the number in a message', () => {
    fc.assert(
      fc.property(parts, fc.nat({ max: 9 }), (of, last) => {
        const id = `${idOf(of).slice(0, 17)}${last}`
        expect(problemOf(id)).not.toContain(id.slice(0, 10))
      }),
    )
  })
})
