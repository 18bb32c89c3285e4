import fc from 'fast-check'
import type { Act } from './acts.ts'
import { creditCode } from './credit-code.ts'
import { type Command, deeds } from './command.ts'
import { deedCorrection, deedOf } from './deed-commands.ts'
import { type Book, endedOn, type ModelRecord, type ModelType, type Values } from './life.ts'

/** Few days, so that events of one day, events out of order and moves on the day of a founding come about often. */
export const days = [
  '2015-03-31',
  '2015-04-01',
  '2015-12-31',
  '2016-02-29',
  '2016-06-01',
  '2017-01-01',
  '2017-07-15',
  '2018-05-31',
  '2018-06-01',
  '2018-10-28',
  '2018-12-31',
] as const

const command: fc.Arbitrary<Command> = fc.record({
  what: fc.constantFrom(...deeds),
  day: fc.constantFrom(...days),
  a: fc.nat(999),
  b: fc.nat(999),
  c: fc.nat(999),
  d: fc.nat(999),
})
export const commands: fc.Arbitrary<Command[]> = fc.array(command, {
  minLength: 12,
  maxLength: 32,
  size: 'max',
})

/** The act that a command means in an office as it stands; null where there is nothing to do it to. */
export function actOf(book: Book, command: Command, nth: number): Act | null {
  const { what, day, a, b, c, d } = command
  const of = (...types: ModelType[]) => [...book.values()].filter((record) => types.includes(record.type))
  const pick = (from: readonly ModelRecord[], n: number) => from[n % Math.max(1, from.length)]?.id ?? null
  const name = `名${nth}`
  const happen = (types: ModelType[], event: string, sets: Values): Act | null => {
    const record = of(...types)[a % Math.max(1, of(...types).length)]
    return record ? { do: 'happen', type: record.type, id: record.id, event, day, sets } : null
  }
  const every = [...book.values()]
  const chosen = every[a % Math.max(1, every.length)]
  switch (what) {
    case 'place':
      return {
        do: 'establish',
        type: 'place',
        day,
        sets: { name, code: d % 9 === 0 ? 'P0' : `P${nth}`, parent_id: pick(of('place'), b) },
        header: {
          kind: ['community', 'compound', 'compound', 'building', 'stairwell', 'stairwell'][c % 6] as string,
        },
      }
    case 'organisation':
      return establishOrganisation(of, pick, { day, b, c, d, name, nth })
    case 'person':
      return {
        do: 'establish',
        type: 'person',
        day,
        sets: { name, address: null, state: 'operating' },
        header: {
          credit_code: creditCode(d % 9 === 0 ? 0 : nth),
          kind: b % 2 ? 'non_public' : 'organ',
        },
      }
    case 'council':
      return {
        do: 'establish',
        type: 'council',
        day,
        sets: {
          name,
          kind: 'community_council',
          place_id: pick(of('place'), b),
          lead_id: c % 2 ? pick(of('organisation'), c) : null,
        },
        header: { code: d % 9 === 0 ? 'D0' : `D${nth}` },
      }
    case 'seat':
      return of('council').length && of('person').length
        ? {
            do: 'establish',
            type: 'seat',
            day,
            sets: { council_id: pick(of('council'), b), unit_id: pick(of('person'), c) },
            header: {},
          }
        : null
    case 'rename':
      return happen(['place', 'organisation', 'council', 'person'], 'renamed', { name })
    case 're-home place':
      return happen(['place'], 're_homed', { parent_id: b % 8 === 0 ? null : pick(of('place'), b) })
    case 're-home organisation':
      return happen(['organisation'], 're_homed', {
        parent_id: b % 8 === 0 ? null : pick(of('organisation'), b),
      })
    case 're-seat':
      return happen(['organisation'], 're_seated', {
        seat_id: pick(of('place'), b),
        ...(c % 3 === 0 ? { parent_id: pick(of('organisation'), c) } : {}),
      })
    case 'dissolve':
      return dissolve(happen, { b, c })
    case 'cover':
      return of('person').length
        ? {
            do: 'establish',
            type: 'covered',
            day,
            sets: { organisation_id: pick(of('organisation'), b), unit_id: pick(of('person'), c) },
            header: {},
          }
        : null
    case 'transfer':
      return happen(['covered'], 'transferred', { organisation_id: pick(of('organisation'), b) })
    case 'lead':
      return happen(['council'], 'lead_changed', { lead_id: b % 4 ? pick(of('organisation'), b) : null })
    case 're-classify':
      return happen(['organisation'], b % 3 ? 'reclassified' : 'raised', {
        kind: ['631', '632', '641', '621'][c % 4] as string,
        ...(b % 3 === 1 ? { founded_in: 'unit' } : {}),
      })
    case 'restore': {
      const ended = of('organisation').filter((record) => endedOn(record) !== null)
      const record = ended[a % Math.max(1, ended.length)]
      const sets: Values = b % 2 ? { seat_id: pick(of('place'), c) } : {}
      return record && d % 8
        ? { do: 'happen', type: 'organisation', id: record.id, event: 'restored', day, sets }
        : happen(['organisation'], 'restored', sets)
    }
    case 'merge':
    case 'absorb':
    case 'split':
    case 'divide':
    case 'dissolve deed':
    case 'dissolve place deed':
      return deedOf(book, { ...command, what }, nth)
    case 'correct deed':
      return deedCorrection(book, command)
    case 'person event':
      return happen(
        ['person'],
        b % 2 ? 'moved' : 'state_changed',
        b % 2 ? { address: c % 2 ? `址${nth}` : null } : { state: c % 2 ? 'cancelled' : 'moved_out' },
      )
    case 'correct day':
      return chosen
        ? {
            do: 'correct',
            type: chosen.type,
            id: chosen.id,
            at: b % chosen.events.length,
            day,
            sets: {},
            neverWas: false,
          }
        : null
    case 'correct value':
      return correctValue(chosen, of, pick, { b, c, name })
    case 'never was': {
      const several = every.filter((record) => record.events.length > 1)
      const record = several[a % Math.max(1, several.length)] ?? chosen
      return record
        ? {
            do: 'correct',
            type: record.type,
            id: record.id,
            at: b % record.events.length,
            sets: {},
            neverWas: true,
          }
        : null
    }
    case 'correct contact': {
      const id = pick(of('organisation'), a)
      return id
        ? {
            do: 'correct-header',
            type: 'organisation',
            id,
            header: { contact_name: `联系人${nth}`, contact_phone: String(13_800_000_000 + nth) },
          }
        : null
    }
    case 'remove':
      return chosen ? { do: 'remove', type: chosen.type, id: chosen.id } : null
    case 'erase': {
      const record = b % 5 === 0 ? chosen : of('organisation')[a % Math.max(1, of('organisation').length)]
      return record ? { do: 'erase', type: record.type, id: record.id } : null
    }
  }
}

/** An organisation says why it was dissolved, but for now and then. */
function dissolve(
  happen: (types: ModelType[], event: string, sets: Values) => Act | null,
  { b, c }: { b: number; c: number },
): Act | null {
  const types: ModelType[] = ['place', 'organisation', 'organisation', 'council', 'seat', 'covered']
  const act = happen(types, 'dissolved', {})
  if (act?.do !== 'happen' || act.type !== 'organisation' || b % 3 === 0) return act
  return { ...act, sets: { cause: ['shell', 'shell', 'other'][c % 3] as string } }
}

type Of = (...types: ModelType[]) => ModelRecord[]
type Pick = (from: readonly ModelRecord[], n: number) => string | null

function establishOrganisation(
  of: Of,
  pick: Pick,
  from: { day: string; b: number; c: number; d: number; name: string; nth: number },
): Act {
  const { day, b, c, d, name, nth } = from
  const kind = ['631', '631', '632', '641', '641', '611', '621', '931'][c % 8] as string
  const founded_in = ['community', 'compound', 'stairwell', 'unit'][d % 4] as string
  const unit_id = founded_in === 'unit' ? pick(of('person'), d) : null
  const parent_id = b % 6 === 0 ? null : pick(of('organisation'), b)
  return {
    do: 'establish',
    type: 'organisation',
    day,
    sets: {
      name,
      kind,
      founded_in,
      parent_id,
      seat_id: pick(of('place'), b + c),
      unit_id,
      purpose: null,
      expected_end: null,
      term_from: null,
      term_years: null,
      occasion: ['ordinary', 'adjustment', null][d % 3] as string | null,
    },
    header: {
      code: d % 9 === 0 ? 'Z0' : `Z${nth}`,
      contact_name: d % 2 ? `某${nth}` : null,
      contact_phone: null,
    },
  }
}

function correctValue(
  record: ModelRecord | undefined,
  of: Of,
  pick: Pick,
  { b, c, name }: { b: number; c: number; name: string },
): Act | null {
  if (!record) return null
  const at = b % record.events.length
  const event = record.events[at]
  const keys = Object.keys(event?.sets ?? {}).filter((key) =>
    ['name', 'parent_id', 'seat_id', 'unit_id', 'place_id', 'lead_id', 'organisation_id'].includes(key),
  )
  const key = keys[c % Math.max(1, keys.length)]
  if (key === undefined) return null
  const value: Record<string, string | null> = {
    name,
    parent_id: pick(of(record.type), c),
    seat_id: pick(of('place'), c),
    place_id: pick(of('place'), c),
    unit_id: pick(of('person'), c),
    lead_id: pick(of('organisation'), c),
    organisation_id: pick(of('organisation'), c),
  }
  return {
    do: 'correct',
    type: record.type,
    id: record.id,
    at,
    sets: { [key]: value[key] ?? null },
    neverWas: false,
  }
}
