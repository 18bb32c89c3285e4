import { describe, expect, it } from 'vitest'
import { text } from '../text.ts'
import { spell } from '../values/spell.ts'
import { defineRule, type Rule, ruleSources, weights } from './rule.ts'

const sound: Rule<number> = {
  id: 'R-X1-01',
  name: text('上限', 'Limit'),
  basis: text('某条例第四条', 'Some regulation, art. 4'),
  source: 'statute',
  inForce: spell('2018-10-28', null),
  weight: 'block',
  judges: 'act',
  check: (input) => (input > 50 ? [{ message: text(`${input}超过50`, `${input} is over 50`) }] : []),
}

describe('defineRule', () => {
  it('returns a sound rule, which cannot be changed afterwards', () => {
    const rule = defineRule(sound)
    expect(rule).toEqual(sound)
    expect(Object.isFrozen(rule)).toBe(true)
  })

  it('refuses a rule without a basis in both languages', () => {
    expect(() => defineRule({ ...sound, basis: text('', '') })).toThrow(/R-X1-01: its basis is empty/)
    expect(() => defineRule({ ...sound, basis: text('某条例第四条', ' ') })).toThrow(/basis/)
  })

  it('refuses a rule without a name, a proper id, or a day in force', () => {
    expect(() => defineRule({ ...sound, name: text('上限', '') })).toThrow(/name/)
    expect(() => defineRule({ ...sound, id: 'limit' })).toThrow(/id/)
    const never = { from: sound.inForce.from, to: sound.inForce.from }
    expect(() => defineRule({ ...sound, inForce: never })).toThrow(/no day/)
  })

  const kinds = ruleSources.flatMap((source) => weights.map((weight) => ({ source, weight })))
  const isTooHeavy = ({ source, weight }: (typeof kinds)[number]) =>
    ['secondary', 'practice'].includes(source) && ['statutory', 'block'].includes(weight)

  it.each(kinds.filter(isTooHeavy))('refuses a $weight rule from $source', (kind) => {
    expect(() => defineRule({ ...sound, ...kind })).toThrow(/never/)
    expect(() => defineRule({ ...sound, ...kind, judges: 'state' })).toThrow(/never/)
  })

  it.each(kinds.filter((kind) => !isTooHeavy(kind)))('accepts a $weight rule from $source', (kind) => {
    expect(defineRule({ ...sound, ...kind }).weight).toBe(kind.weight)
    expect(defineRule({ ...sound, ...kind, judges: 'state' }).judges).toBe('state')
  })
})
