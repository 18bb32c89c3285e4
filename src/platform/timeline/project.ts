import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import type { Day } from '../values/day.ts'
import type { Attributes, AttributeSpell, TimelineEvent, TimelineKind } from './timeline.ts'

/**
 * The spells that follow from a record's events, in order, never overlapping; events of one day make one boundary.
 * @throws Refusal INVALID where the events do not make a life: none begins it, one changes it while it is not in force.
 */
export function project(kind: TimelineKind, events: readonly TimelineEvent[]): AttributeSpell[] {
  const spells: AttributeSpell[] = []
  let current: { from: Day; attributes: Attributes } | null = null as {
    from: Day
    attributes: Attributes
  } | null
  for (const event of inOrder(events)) {
    const effect = kind.effects[event.kind]
    if (effect === undefined) throw new Refusal('INVALID', unknownEvent(event.kind), { event: event.kind })
    if (effect === 'begins' && current)
      throw new Refusal('INVALID', alreadyInForce(event), { onDate: event.onDate })
    if (effect !== 'begins' && !current)
      throw new Refusal('INVALID', notInForce(event), { onDate: event.onDate })
    if (current && current.from < event.onDate) {
      spells.push({ from: current.from, to: event.onDate, attributes: current.attributes })
    }
    current =
      effect === 'ends' ? null : { from: event.onDate, attributes: after(kind, current?.attributes, event) }
  }
  if (current) spells.push({ from: current.from, to: null, attributes: current.attributes })
  if (spells.length === 0) throw new Refusal('INVALID', noLife, {})
  return joined(spells)
}

export function inOrder(events: readonly TimelineEvent[]): TimelineEvent[] {
  return [...events].sort((a, b) => (a.onDate === b.onDate ? a.seq - b.seq : a.onDate < b.onDate ? -1 : 1))
}

/** Neighbours with the same attributes become one spell. */
export function joined(spells: readonly AttributeSpell[]): AttributeSpell[] {
  const result: AttributeSpell[] = []
  for (const spell of spells) {
    const last = result.at(-1)
    if (last && last.to === spell.from && sameAttributes(last.attributes, spell.attributes)) {
      result[result.length - 1] = { ...last, to: spell.to }
    } else result.push(spell)
  }
  return result
}

function sameAttributes(a: Attributes, b: Attributes): boolean {
  return Object.keys(a).every((key) => a[key] === b[key])
}

function after(kind: TimelineKind, before: Attributes | undefined, event: TimelineEvent): Attributes {
  const value = (name: string) => (name in event.sets ? event.sets[name] : before?.[name]) ?? null
  return Object.fromEntries(kind.attributes.map((name) => [name, value(name)]))
}

const unknownEvent = (kind: string) => text(`没有“${kind}”这种变更。`, `There is no event of kind “${kind}”.`)
const alreadyInForce = (event: TimelineEvent) =>
  text(
    `${event.onDate} 时该记录已经有效，不能再次成立。请核对成立日期，或改为更正。`,
    `On ${event.onDate} the record is already in force and cannot begin again. Check the date, or make a correction.`,
  )
const notInForce = (event: TimelineEvent) =>
  text(
    `${event.onDate} 时该记录尚未成立或已经撤销，不能登记这项变更。请核对日期。`,
    `On ${event.onDate} the record is not in force, so this event cannot be recorded. Check the date.`,
  )
const noLife = text('没有成立日期，无法保存。请填写成立日期。', 'There is no founding date. Enter one.')
