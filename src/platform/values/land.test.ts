import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../refusal.ts'
import { formatMu, formatSquareMetres, landArea, landFromMu, landFromSquareMetres } from './land.ts'

describe('land areas', () => {
  it('knows 2331 mu as 1 554 000.00 m², both ways', () => {
    expect(landFromMu('2331')).toBe(155_400_000n)
    expect(landFromSquareMetres('1,554,000.00')).toBe(155_400_000n)
    expect(formatMu(landFromSquareMetres('1554000'), 'zh')).toBe('2331.00亩')
    expect(formatSquareMetres(landFromMu('2331'), 'zh')).toBe('1554000.00平方米')
    expect(formatMu(landFromMu('2331'), 'en')).toBe('2,331.00 mu')
    expect(formatSquareMetres(landFromMu('2331'), 'en')).toBe('1,554,000.00 m²')
  })

  it('rounds half up to 0.01', () => {
    expect(landFromMu('1')).toBe(66_667n)
    expect(landFromMu('2')).toBe(133_333n)
    expect(landFromMu('0.00075')).toBe(50n)
    expect(landFromMu('0.000015')).toBe(1n)
    expect(landFromMu('0.000007')).toBe(0n)
    expect(landFromMu('0.000008')).toBe(1n)
    expect(formatMu(landArea(10_000n), 'zh')).toBe('0.15亩')
    expect(formatMu(landArea(333n), 'zh')).toBe('0.00亩')
    expect(formatMu(landArea(334n), 'zh')).toBe('0.01亩')
    expect(formatMu(landArea(1_000n), 'zh')).toBe('0.02亩')
    expect(formatMu(landArea(-1_000n), 'zh')).toBe('-0.02亩')
  })

  it.each(['-1', '1.234', '', 'abc', '1e3'])('refuses %j m²', (value) => {
    expect(() => landFromSquareMetres(value)).toThrow(Refusal)
  })

  it.each(['-1', '1.2345678', '', '9999999999999999'])('refuses %j mu', (value) => {
    expect(() => landFromMu(value)).toThrow(Refusal)
  })

  it('returns to the same mu at two decimals', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), (hundredths) => {
        const mu = `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`
        expect(formatMu(landFromMu(mu), 'zh')).toBe(`${mu}亩`)
      }),
    )
  })

  it('returns to the same m²', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }).map(landArea), (area) => {
        expect(landFromSquareMetres(formatSquareMetres(area, 'en').replace(' m²', ''))).toBe(area)
      }),
    )
  })

  it('is never off by more than half a unit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (millionths) => {
        const mu = `${millionths / 1_000_000n}.${String(millionths % 1_000_000n).padStart(6, '0')}`
        const error = landFromMu(mu) * 15n - millionths
        expect(error > -8n && error < 8n).toBe(true)
      }),
    )
  })
})
