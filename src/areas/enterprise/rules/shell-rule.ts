import type { Judged } from '../../../platform/records/behaviour.ts'
import { defineRule, type FindingPart } from '../../../platform/rules/rule.ts'
import { type Text, text } from '../../../platform/text.ts'
import { addMonths, type Day } from '../../../platform/values/day.ts'
import { inForce, type Spell } from '../../../platform/values/spell.ts'
import { always } from './drive-rules.ts'
import type { LimitMatter } from '../terms.ts'
import type { NotOperating } from './target-rules.ts'

/** The working definition of a shell (domain S3), where the office has set none: there is no national one. */
const customary: ShellTest = { months: 6, members: 2 }

/** At most so many full members, or no secretary, for so many months. */
type ShellTest = { readonly months: number; readonly members: number }

/** What the test needs of a branch: its units that are non-public companies, and who is in it as far as that is recorded. */
export type ShellFacts = {
  readonly nonPublic: ReadonlySet<string>
  readonly notOperating: ReadonlyMap<string, readonly NotOperating[]>
  readonly fullMembers: readonly Spell[]
  readonly secretaries: readonly Spell[]
  /** What the office has set of the test, and when it held. */
  readonly limits: readonly (Spell & { readonly matter: LimitMatter; readonly most: number })[]
}
type Branch = Judged<ShellFacts | undefined>

const branchKinds: readonly (string | null | undefined)[] = ['631', '632']

/**
 * Suggests, with its evidence, that a branch in a non-public company may be a shell: the company is gone, or for months there were too few
 * full members, or no secretary. Of what was never recorded of the branch nothing is concluded. The committee decides.
 */
export const perhapsShell = defineRule<Branch>({
  id: 'R-S3-SHELL',
  name: text('疑似空壳党支部', 'A branch that may be a shell'),
  basis: text(
    `“空壳党支部”没有全国统一的定义；工作口径：所在企业注销、吊销、迁出，或者正式党员不超过${customary.members}名、没有书记持续${customary.months}个月以上（本街道可在“工作上限”中另定）。是否撤销由党工委决定`,
    `There is no national definition of a shell. Working definition: the company is cancelled, revoked or moved out, or for ${customary.months} months there were at most ${customary.members} full members, or no secretary (the office may set others under “Limits of work”). The working committee decides`,
  ),
  source: 'practice',
  inForce: always,
  weight: 'inform',
  judges: 'state',
  check: ({ spells, facts }, on) => {
    const now = spells.find((one) => inForce(one, on))
    const unit = now?.attributes['unit_id']
    if (!facts || !unit || !branchKinds.includes(now.attributes['kind']) || !facts.nonPublic.has(unit))
      return []
    const test = testOn(facts.limits, on)
    const since = addMonths(on, -test.months)
    const there = spells[0] !== undefined && spells[0].from <= since
    return [
      ...gone(facts.notOperating.get(unit) ?? [], on),
      ...(there
        ? [...tooFew(test, facts.fullMembers, since, on), ...noSecretary(test, facts.secretaries, since, on)]
        : []),
    ]
  },
})

function testOn(limits: ShellFacts['limits'], on: Day): ShellTest {
  const set = (matter: LimitMatter) => limits.find((one) => one.matter === matter && inForce(one, on))?.most
  return {
    months: set('shell_months') ?? customary.months,
    members: set('shell_members') ?? customary.members,
  }
}

const part = (message: Text): FindingPart[] => [{ message }]

function gone(states: readonly NotOperating[], on: Day): FindingPart[] {
  const state = states.find((one) => inForce(one, on))
  if (!state) return []
  return part(
    text(
      `所在企业自${state.from}起“${state.state.zh}”。请核实，提请党工委研究是否撤销或者归并。`,
      `Its company is “${state.state.en}” since ${state.from}. Verify it, and ask the working committee whether to dissolve or absorb the branch.`,
    ),
  )
}

/** Only a branch that ever had a member on file is judged by its members. */
function tooFew(test: ShellTest, members: readonly Spell[], since: Day, on: Day): FindingPart[] {
  if (!members.some(({ from }) => from <= since)) return []
  const turns = [since, ...members.map(({ from }) => from).filter((day) => day > since && day <= on)]
  const most = Math.max(...turns.map((day) => members.filter((one) => inForce(one, day)).length))
  if (most > test.members) return []
  return part(
    text(
      `自${since}至${on}，正式党员最多时${most}名，一直没有超过${test.members}名。请核实，提请党工委研究。`,
      `From ${since} to ${on} it had at most ${most} full members, never more than ${test.members}. Verify it, and ask the working committee.`,
    ),
  )
}

function noSecretary(test: ShellTest, secretaries: readonly Spell[], since: Day, on: Day): FindingPart[] {
  if (!secretaries.some(({ from }) => from <= since)) return []
  if (secretaries.some(({ from, to }) => from <= on && (to === null || to > since))) return []
  const left = secretaries.map(({ to }) => to).reduce((a, b) => ((a ?? '') > (b ?? '') ? a : b), null)
  return part(
    text(
      `自${left}起没有书记，已超过${test.months}个月。请核实，提请党工委研究。`,
      `It has had no secretary since ${left}, for more than ${test.months} months. Verify it, and ask the working committee.`,
    ),
  )
}
