import { Refusal } from '../refusal.ts'
import { type Text, text } from '../text.ts'
import type { Day } from '../values/day.ts'
import { inForce } from '../values/spell.ts'
import type { Rule, Weight } from './rule.ts'

/** The record that a finding is about. */
export type RecordRef = { readonly type: string; readonly id: string; readonly name?: string | undefined }

/** One breach of one rule by one record on one day. */
export type Finding = {
  readonly rule: string
  readonly name: Text
  readonly weight: Weight
  readonly judges: 'act' | 'state'
  readonly record: RecordRef
  readonly on: Day
  readonly message: Text
  readonly basis: Text
}

/** Judges `input` by the rules in force on `on`, the day of the event; other rules are not even asked. */
export function judge<Input>(
  rules: readonly Rule<Input>[],
  input: Input,
  on: Day,
  record: RecordRef,
): Finding[] {
  return rules
    .filter((rule) => inForce(rule.inForce, on))
    .flatMap((rule) =>
      rule.check(input, on).map(({ message }) => ({
        rule: rule.id,
        name: rule.name,
        weight: rule.weight,
        judges: rule.judges,
        record,
        on,
        message,
        basis: rule.basis,
      })),
    )
}

/** A person's decision to act against the findings of one rule. */
export type Override = {
  readonly rule: string
  readonly reason: string
  readonly documentNo?: string | undefined
  readonly approver?: string | undefined
}

export type Overridden = { readonly finding: Finding; readonly override: Override }

/** Every finding stands in exactly one list; the act may be done when `stopped` is empty. */
export type Judgement = {
  readonly stopped: Finding[]
  readonly overridden: Overridden[]
  readonly noted: Finding[]
}

function isGiven(value: string | undefined): boolean {
  return value !== undefined && value.trim() !== ''
}

const suffices: Readonly<Record<'block' | 'warn', (override: Override) => boolean>> = {
  block: ({ reason, documentNo, approver }) => isGiven(reason) && isGiven(documentNo) && isGiven(approver),
  warn: ({ reason }) => isGiven(reason),
}

function refuseStatutory(findings: readonly Finding[], overrides: readonly Override[]): void {
  for (const { rule } of overrides) {
    const finding = findings.find((each) => each.rule === rule && each.weight === 'statutory')
    if (!finding) continue
    throw new Refusal(
      'RULE',
      text(
        `规则${rule}为法定要求，任何人不得批准例外：${finding.message.zh}（依据：${finding.basis.zh}）`,
        `Rule ${rule} is statutory and nobody may override it: ${finding.message.en} (basis: ${finding.basis.en})`,
      ),
      { finding },
    )
  }
}

/**
 * Which findings stop an act: statutory ones always, a block unless overridden with reason, document number and
 * approver, a warning unless overridden with a reason; findings on a state and information never.
 * Throws Refusal RULE when an override names a rule with a statutory finding.
 */
export function refuseAct(findings: readonly Finding[], overrides: readonly Override[] = []): Judgement {
  refuseStatutory(findings, overrides)
  const judgement: Judgement = { stopped: [], overridden: [], noted: [] }
  for (const finding of findings) {
    const { weight } = finding
    if (finding.judges === 'state' || weight === 'inform') {
      judgement.noted.push(finding)
      continue
    }
    const override =
      weight === 'statutory'
        ? undefined
        : overrides.find((each) => each.rule === finding.rule && suffices[weight](each))
    if (override) judgement.overridden.push({ finding, override })
    else judgement.stopped.push(finding)
  }
  return judgement
}
