import fc from 'fast-check'
import type { Question } from '../../../../platform/figures/contract.ts'
import { dayBefore, type Book } from './life.ts'
import { days } from './commands.ts'
import type { Asking } from './counted-row.ts'
import { counted, hasLine, hasOrganisationKinds, shares } from './recount.ts'

/** What is asked of an office, with picks that are taken modulo what there is. */
export type Sample = {
  figure: string
  along: 'place' | 'line'
  node: number
  asOf: string
  from: string
  through: string
  structure: 'then' | 'today'
  today: string
  known: number
  kind: string | null
}

/** A pick of the newest knowledge. */
export const latest = 999

const anyDay = fc.constantFrom(...days).chain((day) => fc.constantFrom(day, day, dayBefore(day)))
export const samples: fc.Arbitrary<Sample> = fc
  .record({
    figure: fc.constantFrom(...counted, ...Object.keys(shares)),
    along: fc.constantFrom<'place' | 'line'>('place', 'place', 'line'),
    // The first is the street or its committee, beneath which most lies; then its communities and a compound.
    node: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(99)),
    asOf: anyDay,
    from: anyDay,
    through: anyDay,
    structure: fc.constantFrom<'then' | 'today'>('then', 'then', 'today'),
    today: anyDay,
    known: fc.oneof(fc.constant(latest), fc.nat(99)),
    kind: fc.constantFrom(null, null, null, '631', '632', '621', '641'),
  })
  .map((sample) => ({
    ...sample,
    ...(sample.through < sample.from ? { from: sample.through, through: sample.from } : {}),
    along: hasLine(sample.figure) ? sample.along : 'place',
    kind: hasOrganisationKinds(sample.figure) ? sample.kind : null,
  }))

/** The sample as a question to the model; null where the office has no such node. `book` is the one of today, `then` the one asked. */
export function askingOf(book: Book, then: Book, sample: Sample): Asking | null {
  const type = sample.along === 'place' ? 'place' : 'organisation'
  const nodes = [
    ...new Set(
      [...then.values(), ...book.values()]
        .filter((record) => record.type === type)
        .map((record) => record.id),
    ),
  ]
  const node = nodes[sample.node % Math.max(1, nodes.length)]
  const { figure, along, asOf, from, through, structure, today, kind } = sample
  return node ? { figure, along, node, asOf, from, through, structure, today, kind, scope: null } : null
}

export function questionOf(asking: Asking, change: number | null): Question {
  return {
    figure: `organisation.${asking.figure}`,
    node: asking.node,
    along: asking.along,
    asOf: asking.asOf as never,
    period: { from: asking.from as never, through: asking.through as never },
    structure: asking.structure,
    structureDay: asking.today as never,
    ...(asking.kind === null ? {} : { kind: asking.kind }),
    ...(change === null ? {} : { knownAt: String(change) }),
  }
}
