import { defineRule, type FindingPart } from '../../../../platform/rules/rule.ts'
import type { Judged } from '../../../../platform/records/behaviour.ts'
import { text } from '../../../../platform/text.ts'
import type { Day } from '../../../../platform/values/day.ts'
import { inForce } from '../../../../platform/values/spell.ts'
import { always } from '../drive-rules.ts'

const missing = {
  evidence: text(
    '还没有登记依据，暂不计入统计。请补充依据，或者说明该成果从未发生。',
    'No evidence is on record, so it is not counted. Add the evidence, or say that the result never was.',
  ),
  confirmation: text(
    '还没有企业的书面确认，暂不计入统计。请补充确认；增资是企业的结果，街道只是协助。',
    'The company has not confirmed it in writing, so it is not counted. Add the confirmation: the increase is the company’s, and the street assisted.',
  ),
} as const

/** A result that nothing proves is told, and not counted. */
export const evidenceRule = <Facts>(
  keys: readonly (keyof typeof missing)[],
  also: (judged: Judged<Facts>, on: Day) => readonly FindingPart[] = () => [],
) =>
  defineRule<Judged<Facts>>({
    id: 'R-S9-02',
    name: text('成果有依据', 'A result has its evidence'),
    basis: text(
      '没有依据的成果不计入统计（业务规则 R-S9-02，依工作惯例；统计法要求统计资料真实、准确）',
      'A result without evidence is not counted (working rule R-S9-02, by practice; the Statistics Law asks for true and exact figures)',
    ),
    source: 'practice',
    inForce: always,
    weight: 'warn',
    judges: 'state',
    check: (judged, on) => {
      const now = judged.spells.find((spell) => inForce(spell, on))
      if (!now) return []
      const unproved = keys.filter((key) => now.attributes[key] === null)
      return [...unproved.map((key) => ({ message: missing[key] })), ...also(judged, on)]
    },
  })
