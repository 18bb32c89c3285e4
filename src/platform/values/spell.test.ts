import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../refusal.ts'
import { addDays, day } from './day.ts'
import { firstGap, inForce, intersect, isSpell, overlaps, type Spell, spell, spellDays } from './spell.ts'

const origin = day('2018-01-01')
const nearDay = fc.integer({ min: 0, max: 30 }).map((n) => addDays(origin, n))
const anySpell: fc.Arbitrary<Spell> = fc
  .tuple(nearDay, fc.option(fc.integer({ min: 1, max: 12 })))
  .map(([from, length]) => ({ from, to: length === null ? null : addDays(from, length) }))

describe('isSpell and spell', () => {
  it('asks for two real days, the end after the start', () => {
    expect(isSpell({ from: '2018-01-01', to: null })).toBe(true)
    expect(isSpell({ from: '2018-01-01', to: '2018-01-02' })).toBe(true)
    expect(isSpell({ from: '2018-01-01', to: '2018-01-01' })).toBe(false)
    expect(isSpell({ from: '2018-01-02', to: '2018-01-01' })).toBe(false)
    expect(isSpell({ from: '2018-02-30', to: null })).toBe(false)
    expect(isSpell({ from: '2018-01-01', to: '2018-02-30' })).toBe(false)
    expect(spell('2018-01-01', null)).toEqual({ from: '2018-01-01', to: null })
    expect(() => spell('2018-01-02', '2018-01-02')).toThrow(Refusal)
  })
})

describe('inForce', () => {
  it('includes the first day and excludes the last', () => {
    const term = spell('2018-01-01', '2018-07-01')
    expect(inForce(term, day('2017-12-31'))).toBe(false)
    expect(inForce(term, day('2018-01-01'))).toBe(true)
    expect(inForce(term, day('2018-06-30'))).toBe(true)
    expect(inForce(term, day('2018-07-01'))).toBe(false)
    expect(inForce(spell('2018-01-01', null), day('2199-12-31'))).toBe(true)
  })
})

describe('overlaps and intersect', () => {
  it('lets one spell begin on the day the other ends', () => {
    expect(overlaps(spell('2018-01-01', '2018-02-01'), spell('2018-02-01', null))).toBe(false)
  })

  it('shares exactly the days that both are in force', () => {
    fc.assert(
      fc.property(anySpell, anySpell, (a, b) => {
        const shared = intersect(a, b)
        const days = Array.from({ length: 60 }, (_, n) => addDays(origin, n))
        for (const on of days) {
          expect(shared !== null && inForce(shared, on)).toBe(inForce(a, on) && inForce(b, on))
        }
        expect(overlaps(a, b)).toBe(days.some((on) => inForce(a, on) && inForce(b, on)))
        expect(overlaps(a, b)).toBe(overlaps(b, a))
        expect(shared === null || isSpell(shared)).toBe(true)
      }),
    )
  })
})

describe('firstGap', () => {
  it('is the first day that is in force and in none of the others', () => {
    fc.assert(
      fc.property(anySpell, fc.array(anySpell, { maxLength: 4 }), (value, others) => {
        // Beyond these days nothing begins or ends, so that the last stands for all that follow.
        const days = Array.from({ length: 60 }, (_, n) => addDays(origin, n))
        const gap = days.find((on) => inForce(value, on) && !others.some((other) => inForce(other, on)))
        expect(firstGap(value, others)).toBe(gap ?? null)
      }),
    )
  })
})

describe('spellDays', () => {
  it('counts the days in force', () => {
    expect(spellDays(spell('2018-01-01', '2018-01-02'))).toBe(1)
    expect(spellDays(spell('2018-01-01', '2019-01-01'))).toBe(365)
    expect(spellDays(spell('2018-01-01', null))).toBeNull()
  })
})
