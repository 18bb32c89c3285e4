import { addDays, type Day, daysBetween, day } from '../src/platform/values/day.ts'
import type { DemoBranch, DemoOrganisations } from './make-organisations.ts'
import type { DemoUnit } from './make-units.ts'
import type { Random } from './random.ts'
import type { DemoTotals } from './totals.ts'

type Values = Readonly<Record<string, string | null>>
/** A new organisation by its code; references are the codes of what they name. */
export type DemoFounded = { readonly code: string; readonly sets: Values }

/** What was done to organisations after they had been entered, in the order in which it was done. */
export type DemoAct = { readonly onDate: Day; readonly documentNo: string } & (
  | { readonly does: 'dissolve'; readonly codes: readonly string[]; readonly cause: 'shell' }
  | { readonly does: 'merge'; readonly codes: readonly string[]; readonly founded: DemoFounded }
  | { readonly does: 'absorb'; readonly codes: readonly string[]; readonly into: string }
  | { readonly does: 'reclassify'; readonly code: string; readonly sets: Values }
  | {
      readonly does: 'found'
      readonly act: 'established' | 'jointly_established'
      readonly founded: DemoFounded
      readonly covers: readonly string[]
    }
  /** An act on a record that its natural key names, references in it by the keys of what they name. */
  | {
      readonly does: 'happen'
      readonly type: string
      readonly key: readonly string[]
      readonly act: string
      readonly sets: Values
    }
  /** The time of day of the first act of a record, which the line of a workbook does not say. */
  | {
      readonly does: 'tell_time'
      readonly type: string
      readonly key: readonly string[]
      readonly at: string
      readonly reason: string
    }
  /** The same act on several records, as one change. */
  | {
      readonly does: 'happen_to_many'
      readonly type: string
      readonly keys: readonly (readonly string[])[]
      readonly act: string
      readonly sets: Values
    }
)

const firstDay = day('2017-03-01')

/** The adjusting and merging of non-public Party organisations since last year. The papers' numbers are invented. */
export function makeLife(
  { adjusted, asOf, street }: DemoTotals,
  { unitBranches, unitsWithout, organisationOf }: DemoOrganisations,
  random: Random,
): DemoAct[] {
  const free = [...unitBranches]
  const units = [...unitsWithout]
  const acts: DemoAct[] = []
  let papers = 0
  let codes = 0
  const on = () => addDays(firstDay, random.between(0, daysBetween(firstDay, asOf) - 30))
  const paper = (onDate: Day) => `${street.name.slice(0, 2)}演〔${onDate.slice(0, 4)}〕${++papers}号`
  const add = (act: (onDate: Day, documentNo: string) => DemoAct) => {
    const onDate = on()
    acts.push(act(onDate, paper(onDate)))
  }
  const newCode = () => `DZZ-F${String(++codes).padStart(3, '0')}`
  const take = () => next(free, 'branches in units')
  const unit = () => next(units, 'units without a branch')
  const founded = (name: string, kind: '631' | '632', host: DemoUnit, { parent, community }: Where) => ({
    code: newCode(),
    sets: { name, kind, founded_in: 'unit', parent_id: parent, seat_id: community, unit_id: host.code },
  })
  const somewhere = (): Where => {
    const [community, parent] = random.pick([...organisationOf].filter(([code]) => code !== street.code))
    return { community, parent }
  }

  // First, while there are branches of one unit to choose from.
  for (let n = 0; n < adjusted.reclassified; n += 1) {
    const { code, host } = takeSingle(free)
    const sets = { kind: '632', name: `${host.name}联合党支部`, occasion: 'adjustment' }
    add((onDate, documentNo) => ({ does: 'reclassify', code, sets, onDate, documentNo }))
  }
  for (let n = 0; n < adjusted.shells; n += 1) {
    const { code } = take()
    add((onDate, documentNo) => ({ does: 'dissolve', codes: [code], cause: 'shell', onDate, documentNo }))
  }
  for (let n = 0; n < adjusted.mergers; n += 1) {
    const [a, b] = [take(), take()]
    const merged = founded(`${a.host.name}等单位联合党支部`, '632', a.host, a)
    add((onDate, documentNo) => ({
      does: 'merge',
      codes: [a.code, b.code],
      founded: merged,
      onDate,
      documentNo,
    }))
  }
  for (let n = 0; n < adjusted.absorbed; n += 1) {
    const [code, into] = [take().code, take().code]
    add((onDate, documentNo) => ({ does: 'absorb', codes: [code], into, onDate, documentNo }))
  }
  const foundings = [
    ...Array.from({ length: adjusted.joint }, () => 'jointly_established' as const),
    ...Array.from({ length: adjusted.anew }, () => 'established' as const),
  ]
  for (const act of foundings) {
    const hosts = act === 'established' ? [unit()] : [unit(), unit(), unit()]
    const [host] = hosts as [DemoUnit]
    const joint = act === 'jointly_established'
    const name = joint ? `${host.name}等单位联合党支部` : `${host.name}党支部`
    const one = founded(name, joint ? '632' : '631', host, somewhere())
    const covers = joint ? hosts.map(({ code }) => code) : []
    const sets = { ...one.sets, occasion: 'adjustment' }
    add((onDate, documentNo) => ({
      does: 'found',
      act,
      founded: { ...one, sets },
      covers,
      onDate,
      documentNo,
    }))
  }
  return acts
}

/** In the order in which they happened. */
export const inOrder = (acts: readonly DemoAct[]): DemoAct[] =>
  acts.toSorted((a, b) => (a.onDate < b.onDate ? -1 : a.onDate > b.onDate ? 1 : 0))

type Where = Pick<DemoBranch, 'parent' | 'community'>

function next<T>(from: T[], what: string): T {
  const found = from.shift()
  if (found === undefined) throw new RangeError(`too few ${what} for the acts asked for`)
  return found
}

/** A joint branch cannot be made a joint branch. */
function takeSingle(from: DemoBranch[]): DemoBranch {
  const at = from.findIndex(({ kind }) => kind === '631')
  const [found] = at < 0 ? [] : from.splice(at, 1)
  if (!found) throw new RangeError('too few branches of one unit for the acts asked for')
  return found
}
