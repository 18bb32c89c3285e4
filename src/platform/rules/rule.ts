import type { Text } from '../text.ts'
import type { Day } from '../values/day.ts'
import { isSpell, type Spell } from '../values/spell.ts'

/** From what no role can override, over what an approval or a reason lifts, to what is merely said. */
export const weights = ['statutory', 'block', 'warn', 'inform'] as const
export type Weight = (typeof weights)[number]

/** Where a rule is read: a statute, a published instrument, a secondary account of one, or common practice. */
export const ruleSources = ['statute', 'instrument', 'secondary', 'practice'] as const
export type RuleSource = (typeof ruleSources)[number]

/** What a rule's check says of one breach; the message carries the values. */
export type FindingPart = { readonly message: Text }

/** A dated, cited judgement over `Input`. `check` is pure; it returns one part for each breach, none when all is well. */
export type Rule<Input> = {
  /** As in 'R-S1-03'. Versions for different times share it. */
  readonly id: string
  readonly name: Text
  /** Article and instrument. */
  readonly basis: Text
  readonly source: RuleSource
  readonly inForce: Spell
  readonly weight: Weight
  /** A rule on an act may refuse it; a rule on a state is a finding and refuses nothing. */
  readonly judges: 'act' | 'state'
  check(input: Input, on: Day): readonly FindingPart[]
}

const idShape = /^R-[A-Z0-9]+(-[A-Z0-9]+)*$/

function isBlank(words: Text): boolean {
  return words.zh.trim() === '' || words.en.trim() === ''
}

function defect({ id, name, basis, source, inForce, weight }: Omit<Rule<unknown>, 'check'>): string | null {
  if (!idShape.test(id)) return 'its id is not of the form R-S1-03'
  if (isBlank(name)) return 'its name is empty in one language'
  if (isBlank(basis)) return 'its basis is empty in one language: cite article and instrument'
  const { from, to } = inForce
  if (!isSpell(inForce)) return `its time in force, ${from} to ${to}, has no day`
  const unsure = source === 'secondary' || source === 'practice'
  if (unsure && (weight === 'statutory' || weight === 'block')) {
    return `its source is ${source}, which may warn or inform but never ${weight}`
  }
  return null
}

/** Declares a rule. Throws an Error at load when it is not fit to judge: uncited, never in force, or too heavy for its source. */
export function defineRule<Input>(rule: Rule<Input>): Rule<Input> {
  const found = defect(rule)
  if (found !== null) throw new Error(`Rule ${rule.id}: ${found}`)
  return Object.freeze({ ...rule })
}
