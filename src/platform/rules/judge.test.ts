import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import { addDays, day } from '../values/day.ts'
import { spell } from '../values/spell.ts'
import { type Finding, judge, type Override, refuseAct } from './judge.ts'
import { defineRule, type Rule, weights } from './rule.ts'

const record = { type: 'record', id: '1', name: '某记录' }
const on = day('2018-06-30')

function finding(rule: string, weight: Finding['weight'], judges: Finding['judges'] = 'act'): Finding {
  return {
    rule,
    name: text('上限', 'Limit'),
    weight,
    judges,
    record,
    on,
    message: text('现为51人', '51 people'),
    basis: text('第四条', 'art. 4'),
  }
}

function limit(from: string, to: string | null, most: number): Rule<number> {
  return defineRule<number>({
    id: 'R-X1-01',
    name: text('上限', 'Limit'),
    basis: text(`第四条（${from}）`, `Art. 4 (${from})`),
    source: 'statute',
    inForce: spell(from, to),
    weight: 'block',
    judges: 'act',
    check: (input) =>
      input > most ? [{ message: text(`${input}超过${most}`, `${input} is over ${most}`) }] : [],
  })
}

describe('judge', () => {
  const rules = [limit('2000-01-01', '2018-10-28', 30), limit('2018-10-28', null, 50)]

  it('judges by the version in force on the day of the event', () => {
    expect(judge(rules, 40, day('2018-10-27'), record)).toEqual([
      {
        rule: 'R-X1-01',
        name: text('上限', 'Limit'),
        weight: 'block',
        judges: 'act',
        record,
        on: '2018-10-27',
        message: text('40超过30', '40 is over 30'),
        basis: text('第四条（2000-01-01）', 'Art. 4 (2000-01-01)'),
      },
    ])
    expect(judge(rules, 40, day('2018-10-28'), record)).toEqual([])
    expect(judge(rules, 60, day('2018-10-28'), record)).toHaveLength(1)
    expect(judge(rules, 60, day('1999-12-31'), record)).toEqual([])
  })

  it('never asks a rule out of force, and always one in force', () => {
    const start = day('2018-01-01')
    const offset = fc.integer({ min: -40, max: 40 })
    fc.assert(
      fc.property(offset, fc.option(fc.integer({ min: 1, max: 30 })), offset, (from, length, at) => {
        const asked: string[] = []
        const begin = addDays(start, from)
        const rule = defineRule<null>({
          ...limit('2018-01-01', null, 0),
          inForce: { from: begin, to: length === null ? null : addDays(begin, length) },
          check: (_, when) => {
            asked.push(when)
            return [{ message: text('有', 'found') }]
          },
        })
        const when = addDays(start, at)
        const findings = judge([rule], null, when, record)
        const expected = at >= from && (length === null || at < from + length) ? [when] : []
        expect(asked).toEqual(expected)
        expect(findings.map((each) => each.on)).toEqual(expected)
      }),
    )
  })
})

const full = { reason: '特殊情况', documentNo: '某字〔2018〕5号', approver: '分管领导' }

describe('refuseAct', () => {
  it('stops at statutory, block and warn, notes the rest', () => {
    const findings = weights.map((weight, index) => finding(`R-X1-0${index}`, weight))
    const { stopped, overridden, noted } = refuseAct(findings)
    expect(stopped.map((each) => each.weight)).toEqual(['statutory', 'block', 'warn'])
    expect(noted.map((each) => each.weight)).toEqual(['inform'])
    expect(overridden).toEqual([])
  })

  it('lets a block be lifted by reason, document number and approver together only', () => {
    const block = finding('R-X1-01', 'block')
    const override: Override = { rule: 'R-X1-01', ...full }
    expect(refuseAct([block], [override])).toEqual({
      stopped: [],
      overridden: [{ finding: block, override }],
      noted: [],
    })
    for (const missing of ['reason', 'documentNo', 'approver']) {
      expect(refuseAct([block], [{ ...override, [missing]: ' ' }]).stopped).toEqual([block])
    }
    expect(refuseAct([block], [{ rule: 'R-X1-01', reason: '特殊情况' }]).stopped).toEqual([block])
    expect(refuseAct([block], [{ ...override, rule: 'R-X1-02' }]).stopped).toEqual([block])
  })

  it('lets a warning be lifted by a reason', () => {
    const warn = finding('R-X1-01', 'warn')
    expect(refuseAct([warn], [{ rule: 'R-X1-01', reason: '特殊情况' }]).overridden).toHaveLength(1)
    expect(refuseAct([warn], [{ rule: 'R-X1-01', reason: '　' }]).stopped).toEqual([warn])
  })

  it('refuses an override of a statutory rule, citing it', () => {
    const statutory = finding('R-X1-01', 'statutory')
    expect(() => refuseAct([statutory], [{ rule: 'R-X1-01', ...full }])).toThrow(
      expect.objectContaining({
        code: 'RULE',
        words: expect.objectContaining({
          zh: '规则R-X1-01为法定要求，任何人不得批准例外：现为51人（依据：第四条）',
        }),
      }),
    )
  })

  const id = fc.constantFrom('R-X1-01', 'R-X1-02', 'R-X1-03')
  const anyFinding = fc
    .tuple(id, fc.constantFrom(...weights), fc.constantFrom('act' as const, 'state' as const))
    .map(([rule, weight, judges]) => finding(rule, weight, judges))
  const words = fc.oneof(fc.constant(undefined), fc.string(), fc.constant(' '), fc.constant('准'))
  const anyOverride: fc.Arbitrary<Override> = fc.record({
    rule: id,
    reason: words.map((value) => value ?? ''),
    documentNo: words,
    approver: words,
  })

  it('never lifts a statutory finding, whatever the override', () => {
    const statutory = finding('R-X1-01', 'statutory')
    fc.assert(
      fc.property(fc.array(anyFinding), fc.array(anyOverride), anyOverride, (others, overrides, override) => {
        const all = [...overrides, { ...override, rule: 'R-X1-01' }]
        expect(() => refuseAct([...others, statutory], all)).toThrow(Refusal)
      }),
    )
  })

  it('stops at every statutory finding on an act, however others are overridden', () => {
    const statutory = finding('R-X1-00', 'statutory')
    const lighter = anyFinding.filter(({ weight }) => weight !== 'statutory')
    fc.assert(
      fc.property(fc.array(lighter), fc.array(anyOverride), (others, overrides) => {
        expect(refuseAct([...others, statutory], overrides).stopped).toContain(statutory)
      }),
    )
  })

  it('keeps every finding once, and never stops on a state or for information', () => {
    fc.assert(
      fc.property(fc.array(anyFinding), fc.array(anyOverride), (findings, overrides) => {
        fc.pre(
          !findings.some(
            (each) => each.weight === 'statutory' && overrides.some(({ rule }) => rule === each.rule),
          ),
        )
        const { stopped, overridden, noted } = refuseAct(findings, overrides)
        const all = [...stopped, ...overridden.map((each) => each.finding), ...noted]
        expect(all).toHaveLength(findings.length)
        expect(new Set(all)).toEqual(new Set(findings))
        expect(stopped.every((each) => each.judges === 'act' && each.weight !== 'inform')).toBe(true)
        const free = (each: Finding) => each.judges === 'state' || each.weight === 'inform'
        expect(noted).toEqual(findings.filter(free))
      }),
    )
  })
})
