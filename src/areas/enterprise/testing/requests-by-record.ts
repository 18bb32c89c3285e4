import { addDays, type Day, day } from '../../../platform/values/day.ts'
import { requestKinds, requestOutcomes, type RequestKind } from '../terms.ts'
import { openRequestOffice } from './request-desk.ts'

/** What somebody stood in, from each day on. */
type History = (readonly [from: Day, what: string | null])[]
type Part = { readonly id: string; readonly request: string; readonly department: string }
type Held = {
  readonly id: string
  readonly company: string
  readonly leads: History
  open: boolean
  lead: Part | null
}

/** What the office recorded, as a list of facts without a database. */
export type Kept = {
  requests: Map<string, Held>
  parts: Map<string, Part>
  companies: Map<string, History>
  zones: Map<string, History>
  names: Map<string, History>
}

/** What is done next, with numbers that choose among what there is. */
export type Step = {
  readonly act: (typeof acts)[number]
  readonly nth: number
  readonly other: number
  readonly wait: number
}
export const acts = [
  'receive',
  'receive',
  'receive',
  'assign',
  'assign',
  'return',
  'answer',
  'close',
  'close',
  'reopen',
  'move',
  'zone',
  'rename',
] as const

export const at = (history: History | undefined, on: Day): string | null =>
  history?.filter(([from]) => from <= on).at(-1)?.[1] ?? null

/** An office whose companies lie in a building and two communities, in zones or in none, and what is known of it after each change. */
export async function openZonedOffice() {
  const desk = await openRequestOffice()
  const { at: office, communities, companies, departments } = desk
  const start = day('2018-04-02')
  const building = await office.establish(
    'place',
    '2000-01-02',
    { name: '示例大厦', code: '350206099001-01', parent_id: communities[0] },
    { kind: 'building' },
  )
  const zones = [
    await office.establish('zone', start, { name: '东部片区' }, { code: 'PQ-01' }),
    await office.establish('zone', start, { name: '西部片区' }, { code: 'PQ-02' }),
  ]
  const kept: Kept = {
    requests: new Map(),
    parts: new Map(),
    companies: new Map(companies.map((id, nth) => [id, [[day('2012-01-01'), communities[nth] as string]]])),
    zones: new Map(),
    names: new Map(),
  }
  const inZone = new Map<string, string>()
  for (const [place, zone] of [
    [communities[0], zones[0]],
    [building, zones[1]],
  ] as const) {
    inZone.set(
      place,
      await office.establish('zonePlace', start, { place_id: place, zone_id: zone as string }),
    )
    kept.zones.set(place, [[start, zone as string]])
  }
  for (const [id, name] of [
    [zones[0], '东部片区'],
    [departments.party, '党建办'],
  ] as const)
    kept.names.set(id as string, [[start, name]])
  const places = [communities[0], communities[1], building]
  const everyone = Object.values(departments)
  const picked = <One>(from: readonly One[], nth: number): One | undefined =>
    from[nth % Math.max(from.length, 1)]

  async function step({ act: wanted, nth, other }: Step, on: Day): Promise<void> {
    const requests = [...kept.requests.values()]
    if (wanted === 'receive') {
      const company = picked(companies, nth) as string
      const kind = picked(Object.keys(requestKinds), other) as RequestKind
      const id = await desk.receive(company, on, kind)
      kept.requests.set(id, { id, company, leads: [], open: true, lead: null })
    }
    if (wanted === 'assign') {
      const held = picked(
        requests.filter(({ open, lead }) => open && lead === null),
        nth,
      )
      const had = [...kept.parts.values()].filter(({ request }) => request === held?.id)
      const free = everyone.filter((one) => had.every(({ department }) => department !== one))
      const department = picked(free, other)
      if (!held || !department) return
      held.lead = { id: await desk.assign(held.id, department, on), request: held.id, department }
      kept.parts.set(held.lead.id, held.lead)
      held.leads.push([on, department])
    }
    const led = picked(
      requests.filter(({ open, lead }) => open && lead !== null),
      nth,
    )
    if (wanted === 'return' && led?.lead) {
      await office.happen('task', led.lead.id, 'objected', on, { why: '不属本部门职责' })
      await office.happen('task', led.lead.id, 'upheld', on)
      led.leads.push([on, null])
      led.lead = null
    }
    if (wanted === 'close' && led?.lead) {
      await desk.answer(led.lead.id, on)
      await desk.close(
        led.id,
        on,
        picked(
          Object.keys(requestOutcomes).filter((one) => one !== 'withdrawn'),
          other,
        ),
      )
      led.open = false
    }
    if (wanted === 'reopen') {
      const held = picked(
        requests.filter(({ open }) => !open),
        nth,
      )
      if (!held?.lead) return
      await office.happen('request', held.id, 'reopened', on)
      await office.happen('task', held.lead.id, 'reopened', on, { why: '再办' })
      held.open = true
    }
    if (wanted === 'move') {
      const company = picked(companies, nth) as string
      const place = picked(places, other) as string
      const history = kept.companies.get(company) as History
      if (at(history, on) === place) return
      await office.happen('company', company, 'moved', on, { place_id: place })
      history.push([on, place])
    }
    if (wanted === 'zone') {
      const place = picked([communities[0], building], nth) as string
      const history = kept.zones.get(place) as History
      const to = picked([null, ...zones], other) as string | null
      const now = at(history, on)
      if (to === now) return
      const record = inZone.get(place) as string
      const act = to === null ? 'ended' : now === null ? 'assigned_again' : 'moved'
      await office.happen('zonePlace', record, act, on, to === null ? {} : { zone_id: to })
      history.push([on, to])
    }
    if (wanted === 'rename') {
      const [id, name] =
        nth % 2 === 0 ? [zones[0] as string, `东部${other}片区`] : [departments.party, `党建办${other}`]
      await office.happen(nth % 2 === 0 ? 'zone' : 'department', id, 'renamed', on, { name })
      kept.names.get(id)?.push([on, name])
    }
  }

  /** The zone of the company's building, else of its community; `standing`: the day by which it lay there. */
  const zoneOf = (known: Kept, company: string, on: Day, standing = on): string | null => {
    const place = at(known.companies.get(company), standing) as string
    return (
      at(known.zones.get(place), on) ?? (place === building ? at(known.zones.get(communities[0]), on) : null)
    )
  }
  return { ...desk, start: addDays(start, 1), kept, zones, everyone, building, step, zoneOf }
}
export type ZonedOffice = Awaited<ReturnType<typeof openZonedOffice>>
