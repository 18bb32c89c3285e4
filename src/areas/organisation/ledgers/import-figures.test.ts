import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../platform/db/id.ts'
import type { Scope } from '../../../platform/db/scope.ts'
import { figuresShown } from '../../../platform/figures/moved-figures.ts'
import { type CheckedImport, checkImport } from '../../../platform/ledgers/check-import.ts'
import { mostRehearsed, rehearseImport } from '../../../platform/ledgers/rehearse-import.ts'
import type { WorkbookFile } from '../../../platform/ledgers/read-sheets.ts'
import { writeImport } from '../../../platform/ledgers/write-import.ts'
import { asAdmin } from '../../../platform/testing/box.ts'
import { addDays, type Day, day } from '../../../platform/values/day.ts'
import { clerk } from '../testing/office.ts'
import { valuesAlone } from '../testing/values-alone.ts'
import { organisationLedgers } from './index.ts'
import { placesLedger } from './places.ts'
import { type ImportDesk, importDesk, organisationsFile, placesFile } from './testing/import-desk.ts'

type Office = Awaited<ReturnType<ImportDesk['open']>>
let desk: ImportDesk
beforeAll(async () => {
  desk = await importDesk()
})
afterAll(() => desk.close())

const check = async (office: Office, files: WorkbookFile[], scope: Scope, changesOn: Day | null = null) =>
  await checkImport(desk.database, office.engine, scope, { files, ledgers: organisationLedgers, changesOn })
const rehearse = async (office: Office, checked: CheckedImport, asOf: Day, scope = office.whole) =>
  await rehearseImport(desk.database, office.figures, checked, { scope, actor: clerk, asOf })
const writeIt = async (office: Office, checked: CheckedImport, scope = office.whole) =>
  await writeImport(desk.database, office.engine, checked, {
    scope,
    actor: clerk,
    id: newId(),
    key: newId(),
    reason: '核对',
  })

/** Every row of every table. Labels are taken for good, as by an import that is stopped: a gap means nothing. */
async function everything(): Promise<string> {
  const tables = await asAdmin<{ name: string }>(
    desk.database,
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
       and format('%I.%I', table_schema, table_name) <> 'platform.counter' order by 1`,
  )
  const [row] = await asAdmin<{ all: string }>(
    desk.database,
    `select md5(concat(${tables
      .map(
        ({ name }) => `(select md5(coalesce(string_agg(t::text, ' ' order by t::text), '')) from ${name} t)`,
      )
      .join(', ')})) as all`,
  )
  return (row as { all: string }).all
}

const communities = ['350206005013', '350206005014'] as const
const began = day('2010-01-01')
const anyDay = fc.nat(3_400).map((days) => addDays(began, days))
const place = fc.record({
  code: fc.nat(5),
  at: fc.constantFrom(...communities),
  kind: fc.constantFrom('小区', '楼道'),
  begins: anyDay,
  lasts: fc.option(fc.integer({ min: 1, max: 2_000 })),
})
const organisation = fc.record({
  code: fc.nat(5),
  at: fc.constantFrom(...communities),
  kind: fc.constantFrom('党支部', '党总支部', '党小组'),
  founded: fc.constantFrom('社区', '小区', '单位'),
  begins: anyDay,
  lasts: fc.option(fc.integer({ min: 1, max: 2_000 })),
})
const once = <T extends { code: number }>(lines: readonly T[]) => [
  ...new Map(lines.map((line) => [line.code, line])).values(),
]
const end = (begins: Day, lasts: number | null) => (lasts === null ? '' : addDays(begins, lasts))
const filesOf = (places: readonly PlaceLine[], organisations: readonly OrganisationLine[]) => [
  placesFile(
    ...once(places).map(
      ({ code, at, kind, begins, lasts }) =>
        `D-${code},${kind},地${code},${at},${begins},${end(begins, lasts)},,`,
    ),
  ),
  organisationsFile(
    ...once(organisations).map(
      ({ code, at, kind, founded, begins, lasts }) =>
        `Z-${code},组织${code},${kind},${founded},,${at},,,,,${begins},${end(begins, lasts)},`,
    ),
  ),
]
type PlaceLine = typeof place extends fc.Arbitrary<infer T> ? T : never
type OrganisationLine = typeof organisation extends fc.Arbitrary<infer T> ? T : never

test('what a preview says is what the figures are once it is written, and the preview changes nothing', async () => {
  let moved = 0
  let compared = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(place, { maxLength: 6 }),
      fc.array(organisation, { maxLength: 6 }),
      fc.array(place, { maxLength: 6 }),
      fc.array(organisation, { maxLength: 6 }),
      anyDay,
      fc.option(anyDay),
      async (places, organisations, laterPlaces, laterOrganisations, asOf, changesOn) => {
        const office = await desk.open()
        const first = await check(office, filesOf(places, organisations), office.whole)
        if (first.errors.count === 0) await writeIt(office, first)
        const ids = [
          (await office.found(placesLedger, '350206005000')).id,
          ...(await Promise.all(
            communities.map(async (code) => (await office.found(placesLedger, code)).id),
          )),
        ]
        const checked = await check(office, filesOf(laterPlaces, laterOrganisations), office.whole, changesOn)
        if (checked.errors.count > 0) return
        const [head, before, all] = [
          await office.head(),
          await valuesAlone(office.figures, office.whole, ids, asOf),
          await everything(),
        ]
        const told = await rehearse(office, checked, asOf).catch((error: unknown) => error)
        expect(await everything()).toBe(all)
        expect(await office.head()).toBe(head)
        const written = await writeIt(office, checked).catch((error: unknown) => error)
        if (told instanceof Error) {
          // What the preview refuses the import refuses with the same words.
          expect(written).toMatchObject({ code: (told as { code?: string }).code })
          return
        }
        const after = await valuesAlone(office.figures, office.whole, ids, asOf)
        const { moved: said } = told as Awaited<ReturnType<typeof rehearse>>
        const differing = [...after].flatMap(([key, value]) =>
          value === before.get(key) ? [] : [[key, [before.get(key), value]] as const],
        )
        const shown = new Map<string, readonly (string | null)[]>(
          said.map((one) => [`${one.figure} ${one.place.id}`, [one.before, one.after]] as const),
        )
        // Where nothing of the kind was on record yet, every place comes to have none: told of the street and of what is touched.
        const expected = differing.filter(
          ([key, [was, is]]) =>
            shown.has(key) || key.endsWith(ids[0] as string) || was !== null || is !== '0',
        )
        expect(shown).toEqual(new Map(expected))
        compared += 1
        moved += said.length
      },
    ),
    { numRuns: Math.ceil((fc.readConfigureGlobal()?.numRuns ?? 100) / 8) },
  )
  expect(compared).toBeGreaterThan(0)
  expect(moved).toBeGreaterThan(0)
}, 600_000)

const compound = (n: number, at = '350206005013') => `H-${n},小区,花园${n},${at},2016-01-01,,,`

test('others write while it is computed, of the same kind and beside it, and do not disturb it', async () => {
  const office = await desk.open()
  const checked = await check(office, [placesFile(compound(1), compound(2))], office.whole)
  const east = (await office.found(placesLedger, '350206005013')).id
  let wrote = 0
  const engine: typeof office.engine = {
    ...office.engine,
    stage: async (...given) => {
      const staged = await office.engine.stage(...given)
      // Would wait until the end, and fail, if the head, the labels or the place above were held.
      await office.happen('place', east, 'renamed', `2018-01-0${wrote + 1}`, { name: `东社区${wrote}` })
      await office.establish(
        'place',
        '2016-01-01',
        { name: '别处', code: `E-${wrote}`, parent_id: east },
        { kind: 'compound' },
      )
      wrote += 1
      return staged
    },
  }
  const { moved } = await rehearseImport(desk.database, { ...office.figures, engine }, checked, {
    scope: office.whole,
    actor: clerk,
    asOf: day('2018-06-30'),
  })
  expect(wrote).toBeGreaterThan(0)
  const street = (await office.found(placesLedger, '350206005000')).id
  const compounds = moved.find((one) => one.figure === 'organisation.compounds' && one.place.id === street)
  expect(Number(compounds?.after) - Number(compounds?.before)).toBe(2)
})

test('a clerk of one community is told of that community alone', async () => {
  const office = await desk.open()
  const scope = await office.scopeOf('350206005013')
  const checked = await check(office, [placesFile(compound(1))], scope)
  const { moved } = await rehearse(office, checked, day('2018-06-30'), scope)
  expect(moved.length).toBeGreaterThan(0)
  expect([...new Set(moved.map((one) => one.place.name))]).toEqual(['东社区'])
})

test('stopped, it leaves nothing behind; too large, it says so and does not begin', async () => {
  const office = await desk.open()
  const checked = await check(office, [placesFile(compound(1))], office.whole)
  const all = await everything()
  const stop = new AbortController()
  const rehearsed = rehearseImport(desk.database, office.figures, checked, {
    scope: office.whole,
    actor: clerk,
    asOf: day('2018-06-30'),
    signal: stop.signal,
    onProgress: (handled) => {
      if (handled >= figuresShown(office.figures).length) stop.abort()
    },
  })
  await expect(rehearsed).rejects.toThrow(/abort/i)
  expect(await everything()).toBe(all)
  const large = { ...checked, counts: { ...checked.counts, created: mostRehearsed + 1 } }
  await expect(rehearse(office, large, day('2018-06-30'))).rejects.toMatchObject({ code: 'TOO_MANY' })
})
