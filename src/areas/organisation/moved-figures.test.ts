import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/db/id.ts'
import type { Scope } from '../../platform/db/scope.ts'
import type { MovedFigureView } from '../../platform/figures/contract.ts'
import { bulkActs } from '../../platform/records/bulk/bulk-acts.ts'
import { previewBulk } from '../../platform/records/bulk/preview-bulk.ts'
import { previewDeed } from '../../platform/records/deeds/preview-deed.ts'
import { Refusal } from '../../platform/refusal.ts'
import { asAdmin } from '../../platform/testing/box.ts'
import { databaseRefusal } from '../../platform/rpc/server/database-refusal.ts'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import type { Day } from '../../platform/values/day.ts'
import { organisationArea } from './area.ts'
import type { Act } from './testing/model/acts.ts'
import { commands } from './testing/model/commands.ts'
import { beginOffice, playAll } from './testing/model/play.ts'
import { clerk, type TestOffice } from './testing/office.ts'
import { valuesAlone } from './testing/values-alone.ts'

const numRuns = Math.max(1, Math.round((fc.readConfigureGlobal().numRuns ?? 100) * 0.06))

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase([organisationArea])
})
afterAll(() => database.drop())

type Told = readonly MovedFigureView[]

/** What a page would show before the act is done; null for an act that has no preview, or that is refused there. */
async function previewOf(office: TestOffice, act: Act, scope: Scope): Promise<Told | null> {
  const asking = { scope, actor: clerk }
  const said = { reason: null, idempotencyKey: newId(), overrides: [], documentNo: null }
  try {
    if (act.do === 'deed') {
      const { about, day, kind, ending, lasting, beginning, moves } = act
      const none = (id: string) => ({ id, sets: {} })
      const { stopped, figures } = await previewDeed(office.records, office.figures, asking, {
        ...said,
        type: office.typeOf(about).id,
        deed: kind,
        onDate: day as Day,
        ending: ending.map(none),
        lasting: lasting.map(none),
        beginning,
        moves: moves.map((move) => ({ ...move, type: office.typeOf(move.type).id })),
      })
      return stopped.length > 0 ? null : figures
    }
    if (act.do !== 'happen') return null
    const type = office.typeOf(act.type)
    if (!bulkActs(type).some(({ kind }) => kind === act.event)) return null
    const { refused, figures } = await previewBulk(office.records, office.figures, asking, {
      ...said,
      type: type.id,
      act: act.event,
      onDate: act.day as Day,
      sets: act.sets,
      records: [{ id: act.id, version: await office.versionOf(act.type, act.id) }],
    })
    return refused.length > 0 ? null : figures
  } catch (error) {
    if (error instanceof Refusal || databaseRefusal(error)) return null
    throw error
  }
}

/**
 * Of which all must be told: the topmost places, and the communities that are a scope that day. Another place may be one, such as a stairwell
 * beneath a building whose street is gone: what moves there with a group of the building is told of the building alone.
 */
async function tellable(office: TestOffice, asOf: Day): Promise<string[]> {
  const { rows } = await office.database.query(office.whole, {
    name: 'tellable',
    text: `select distinct record_id from organisation.place_spell where office_id = $1::int and (path ~ '^/[^/]+/$'
      or scope_place_id = record_id and kind = 'community' and valid_from <= $2::date and (valid_to is null or $2::date < valid_to))`,
    values: [String(office.whole.office), asOf],
  })
  return rows.map(([id]) => id as string)
}

const keyed = (told: Told) =>
  new Map(told.map(({ figure, place, before, after }) => [`${figure} ${place.id}`, [before, after]]))

test('what a preview tells is what every figure says alone before the act and after it, for the office and for a clerk of one community', {
  timeout: 900_000,
}, async () => {
  let [compared, moved, turn] = [0, 0, 0]
  await fc.assert(
    fc.asyncProperty(commands, async (deeds) => {
      const played = await beginOffice(database)
      const { office } = played
      const [, east, west] = [...played.model.now.keys()] as [string, string, string]
      let waiting: { scope: Scope; asOf: Day; told: Told; places: string[]; was: Values }[] = []
      const ahead = async (act: Act) => {
        waiting = []
        turn += 1
        for (const places of ['all', [turn % 2 ? east : west]] as const) {
          const scope: Scope = { office: office.whole.office, places }
          const told = await previewOf(office, act, scope)
          if (told === null || !('day' in act)) continue
          const asOf = act.day as Day
          const own = places === 'all' ? await tellable(office, asOf) : places
          const asked = [...new Set([...own, ...told.map(({ place }) => place.id)])]
          const was = await valuesAlone(office.figures, scope, asked, asOf)
          waiting.push({ scope, asOf, told, places: asked, was })
        }
      }
      const after = async () => {
        for (const { scope, asOf, told, places, was } of waiting) {
          const is = await valuesAlone(office.figures, scope, places, asOf)
          const differ = [...is].filter(([key, value]) => value !== was.get(key))
          expect(keyed(told)).toEqual(
            new Map(differ.map(([key, value]) => [key, [was.get(key) ?? null, value]])),
          )
          if (scope.places !== 'all')
            expect(told.every(({ place }) => scope.places.includes(place.id))).toBe(true)
          compared += 1
          moved += told.length
        }
      }
      await playAll(played, deeds, after, ahead)
    }),
    { numRuns },
  )
  expect(compared).toBeGreaterThan(0)
  expect(moved).toBeGreaterThan(0)
})
type Values = Map<string, string | null>

test('what is moved for all its days is told of the place that it leaves as well', async () => {
  const { office, model } = await beginOffice(database)
  const [, east, west] = [...model.now.keys()] as [string, string, string]
  const sets = { name: '新园', code: 'N1', parent_id: east }
  const id = await office.establish('place', '2016-01-01', sets, { kind: 'compound' })
  const act = { type: 'place', id, event: 're_homed', day: '2016-01-01', sets: { parent_id: west } } as const
  const told = await previewOf(office, { do: 'happen', ...act }, office.whole)
  const compounds = told?.filter(({ figure }) => figure === 'organisation.compounds') ?? []
  expect(new Map(compounds.map(({ place, before, after }) => [place.id, [before, after]]))).toEqual(
    new Map([
      [east, ['2', '1']],
      [west, ['0', '1']],
    ]),
  )
})

test('where the server does not keep count of what it writes, every figure is counted and the same is told', async () => {
  const uncounted = await testDatabase([organisationArea])
  await asAdmin(uncounted, `alter role ${uncounted.admin.database}_app set track_counts = off`)
  const told = []
  for (const shared of [database, uncounted]) {
    const { office, model } = await beginOffice(shared)
    const { rows } = await shared.query(office.whole, { name: 'kept', text: 'show track_counts', values: [] })
    expect(rows).toEqual([[shared === database ? 'on' : 'off']])
    const [, , west, , , , , committee] = [...model.now.keys()] as string[]
    const act = {
      type: 'organisation',
      id: committee,
      event: 're_seated',
      day: '2018-06-01',
      sets: { seat_id: west },
    }
    const moved = await previewOf(office, { do: 'happen', ...act } as Act, office.whole)
    told.push(moved?.map(({ figure, place, before, after }) => [figure, place.name, before, after]))
  }
  await uncounted.drop()
  expect(told[0]?.length).toBeGreaterThan(1)
  expect(told[1]).toEqual(told[0])
})
