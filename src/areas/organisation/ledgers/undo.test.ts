import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../platform/db/id.ts'
import { read } from '../../../platform/db/transaction.ts'
import type { ImportUndo } from '../../../platform/ledgers/contract.ts'
import type { LedgersCaller } from '../../../platform/ledgers/ledgers-parts.ts'
import { previewUndo, undoImport } from '../../../platform/ledgers/undo-import.ts'
import type { StoredRecord } from '../../../platform/records/records-engine.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { Day } from '../../../platform/values/day.ts'
import { organisationArea } from '../area.ts'
import { clerk } from '../testing/office.ts'
import { organisationLedgers } from './index.ts'
import { partyOrganisationsLedger } from './party-organisations.ts'
import { placesLedger } from './places.ts'
import { type ImportDesk, importDesk, organisationsFile, placesFile } from './testing/import-desk.ts'

type Office = Awaited<ReturnType<ImportDesk['open']>>
let desk: ImportDesk
beforeAll(async () => {
  desk = await importDesk()
})
afterAll(() => desk.close())

const days = ['2014-12-31', '2016-06-30', '2018-06-30', '2020-12-31'] as const

/** Every figure on every sampled day, as known at a change or now. */
async function figuresOf(office: Office, known: bigint | null): Promise<string[]> {
  const values: string[] = []
  const knownAt = known === null ? {} : { knownAt: String(known) }
  for (const { id } of organisationArea.figures)
    for (const asOf of days as readonly string[] as readonly Day[]) {
      const period = { from: `${asOf.slice(0, 4)}-01-01` as Day, through: asOf }
      const { value, rowCount } = await office.value({
        figure: id,
        node: '350206005000',
        along: 'place',
        structure: 'then',
        asOf,
        period,
        ...knownAt,
      })
      values.push(`${id} ${asOf}: ${value} (${rowCount})`)
    }
  return values
}

/** Every record of every type as known at a change or now, without the versions. */
async function recordsOf(office: Office, known: bigint | null): Promise<Map<string, string>> {
  return await read<unknown, Map<string, string>>(
    desk.database,
    office.whole,
    async (reader) => {
      const found = new Map<string, string>()
      for (const { type } of organisationLedgers)
        for await (const batch of office.engine.each(reader, type, {}))
          for (const { version: _, ...record } of batch) found.set(record.id, JSON.stringify(said(record)))
      return found
    },
    known,
  )
}

const said = ({ header, events, spells, label }: Omit<StoredRecord, 'version'>) => ({
  header,
  label,
  events: events.map(({ sets, ...event }) => ({ ...event, seq: 0, sets: inOrder(sets) })),
  spells,
})

const inOrder = (sets: object) => Object.entries(sets).sort(([a], [b]) => (a < b ? -1 : 1))

const partsOf = ({ engine }: Office) => ({ database: desk.database, engine })
const callerOf = (office: Office): LedgersCaller => ({
  scope: office.whole,
  actor: clerk,
  office: { zh: '测试街道', en: 'Test' },
  request: 'test',
  may: () => true,
})

async function importOf(office: Office, change: string): Promise<string> {
  const { rows } = await desk.database.query(office.whole, {
    name: 'import_of_change',
    text: 'select id from platform.import_batch where change_no = $1::bigint',
    values: [change],
  })
  return rows[0]?.[0] as string
}

async function undo(office: Office, id: string): Promise<ImportUndo> {
  const seen = await previewUndo(partsOf(office), callerOf(office), id)
  const done = await undoImport(partsOf(office), callerOf(office), {
    id,
    reason: '导错了文件',
    seen: seen.digest,
    key: newId(),
  })
  expect({ ...done, change: null }).toEqual(expect.objectContaining({ counts: done.counts, change: null }))
  return done
}

test('an undone import: what it created never was, what it changed is as before, and every figure is back', async () => {
  const office = await desk.open()
  await office.bring(organisationsFile('ZB-1,示例党支部,党支部,单位,,350206005013,,,,,2016-01-01,,'))
  const before = { figures: await figuresOf(office, null), records: await recordsOf(office, null) }
  const { change, errors } = await office.bring(
    organisationsFile(
      'ZB-1,改名党支部,党支部,单位,,350206005014,,,,,2015-01-01,2019-01-01,文1',
      'ZB-2,新党总支,党总支部,社区,,350206005013,,,,,2015-01-01,,',
      'ZB-3,新党支部,党支部,单位,ZB-2,350206005014,,,,,2016-01-01,,',
    ),
  )
  expect(errors).toEqual([])
  expect(await figuresOf(office, null)).not.toEqual(before.figures)
  const id = await importOf(office, change as string)
  const seen = await previewUndo(partsOf(office), callerOf(office), id)
  expect(seen).toMatchObject({ counts: { removed: 2, restored: 1, kept: 0 }, change: null })
  expect(seen.removed.map((one) => one.title).sort()).toEqual(['新党总支', '新党支部'])
  expect(seen.restored.map((one) => one.title)).toEqual(['示例党支部'])
  const head = await office.head()
  const done = await undo(office, id)
  expect(done).toMatchObject({ counts: seen.counts, change: String(head + 1n) })
  expect(await figuresOf(office, null)).toEqual(before.figures)
  expect(await recordsOf(office, null)).toEqual(before.records)
  expect(await figuresOf(office, BigInt(change as string))).not.toEqual(before.figures)
  const { rows } = await desk.database.query(office.whole, {
    name: 'change_of',
    text: 'select kind, reason from platform.change where change_no = $1::bigint',
    values: [done.change],
  })
  expect(rows).toEqual([['correction', '导错了文件']])
  await expect(undo(office, id)).rejects.toMatchObject({ code: 'CONFLICT' })
})

test('what was edited since, and what others name by now, is kept and named with who and when', async () => {
  const office = await desk.open()
  const { change } = await office.bring(
    organisationsFile(
      'ZB-1,第一党总支,党总支部,社区,,350206005013,,,,,2015-01-01,,',
      'ZB-2,第二党总支,党总支部,社区,,350206005013,,,,,2015-01-01,,',
      'ZB-3,第三党支部,党支部,单位,,350206005013,,,,,2015-01-01,,',
      'ZB-4,第四党支部,党支部,单位,,350206005013,,,,,2015-01-01,,',
    ),
  )
  const idOf = async (code: string) => (await office.found(partyOrganisationsLedger, code)).id
  await office.happen('organisation', await idOf('ZB-3'), 'renamed', '2018-01-01', { name: '改名的第三' })
  await office.bring(organisationsFile('ZB-9,后来的党支部,党支部,单位,ZB-1,350206005013,,,,,2017-01-01,,'))
  const id = await importOf(office, change as string)
  const seen = await previewUndo(partsOf(office), callerOf(office), id)
  expect(seen.counts).toEqual({ removed: 2, restored: 0, kept: 2 })
  expect(new Map(seen.kept.map((one) => [one.title, one]))).toMatchObject(
    new Map([
      ['第一党总支', { why: 'named', others: [{ title: '后来的党支部' }], edit: { actor: clerk.name } }],
      ['改名的第三', { why: 'edited', others: [], edit: { actor: clerk.name, change: expect.any(String) } }],
    ]),
  )
  await undo(office, id)
  expect((await office.found(partyOrganisationsLedger, 'ZB-1')).events).toHaveLength(1)
  expect((await office.found(partyOrganisationsLedger, 'ZB-3')).events).toHaveLength(2)
  await expect(office.found(partyOrganisationsLedger, 'ZB-2')).rejects.toThrow('no record')
  await expect(office.found(partyOrganisationsLedger, 'ZB-4')).rejects.toThrow('no record')
})

test('a record that a rule would forbid to return as it was is kept with the rule’s words', async () => {
  const office = await desk.open()
  const line = (ends: string) => `ZB-1,示例党总支,党总支部,社区,,350206005013,,,,,2015-01-01,${ends},`
  await office.bring(organisationsFile(line('2019-01-01')))
  const { change } = await office.bring(organisationsFile(line('')))
  await office.bring(organisationsFile('ZB-2,其下党支部,党支部,单位,ZB-1,350206005013,,,,,2020-01-01,,'))
  await office.bring(organisationsFile('ZB-3,无关党支部,党支部,单位,,350206005013,,,,,2020-01-01,,'))
  const id = await importOf(office, change as string)
  await expect(undo(office, id)).rejects.toMatchObject({
    code: 'CONFLICT',
    data: { kept: [{ why: 'rule', message: { zh: expect.stringContaining('其下党支部') } }] },
  })
  expect((await office.found(partyOrganisationsLedger, 'ZB-1')).spells.at(-1)?.to).toBeNull()
})

test('an undoing that would do something else than was seen is refused as stale; a clerk of one place cannot undo', async () => {
  const office = await desk.open()
  const { change } = await office.bring(
    placesFile(
      '350206005013-01,小区,花园一,350206005013,2016-01-01,,,',
      '350206005013-02,小区,花园二,350206005013,2016-01-01,,,',
    ),
  )
  const id = await importOf(office, change as string)
  const seen = await previewUndo(partsOf(office), callerOf(office), id)
  await office.happen(
    'place',
    (await office.found(placesLedger, '350206005013-01')).id,
    'renamed',
    '2018-01-01',
    {
      name: '花园改名',
    },
  )
  const head = await office.head()
  await expect(
    undoImport(partsOf(office), callerOf(office), { id, reason: '误', seen: seen.digest, key: newId() }),
  ).rejects.toMatchObject({ code: 'STALE' })
  expect(await office.head()).toBe(head)
  const clerkOfOne = { ...callerOf(office), scope: await office.scopeOf('350206005013') }
  await expect(previewUndo(partsOf(office), clerkOfOne, id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

const line = fc.record({
  code: fc.nat(7),
  name: fc.nat(3),
  seat: fc.nat(4),
  parent: fc.option(fc.nat(7), { nil: null, freq: 1 }),
  from: fc.constantFrom('2013-05-01', '2015-01-01', '2016-07-01'),
  to: fc.constantFrom('', '', '2017-12-31', '2020-06-01'),
})
type Line = typeof line extends fc.Arbitrary<infer L> ? L : never
const batch = fc.uniqueArray(line, { selector: ({ code }) => code, minLength: 1, maxLength: 8 })
const edit = fc.record({
  what: fc.constantFrom('rename', 're-seat', 'remove', 'contact', 'child', 'import'),
  code: fc.nat(7),
  seat: fc.nat(4),
  lines: batch,
})
const seats = ['350206005013', '350206005014', 'X-1', 'X-2', 'X-3']
const written = ({ code, name, seat, parent, from, to }: Line) =>
  `ZB-${code},名称${name},党总支部,社区,${parent === null || parent >= code ? '' : `ZB-${parent}`},${seats[seat]},,,,,${from},${to},`

test('random imports, random edits since, undone: what is kept stays as it is, and all else is as it was', {
  timeout: 900_000,
}, async () => {
  const fates = { removed: 0, restored: 0, kept: 0, exact: 0 }
  await fc.assert(
    fc.asyncProperty(batch, batch, fc.array(edit, { maxLength: 4 }), async (first, second, edits) => {
      const office = await desk.open()
      const bring = async (lines: readonly Line[]) =>
        (await refusing(() => office.bring(organisationsFile(...lines.map(written)))))?.change ?? null
      await office.bring(
        placesFile(...seats.slice(2).map((code, n) => `${code},小区,花园${n},${seats[n % 2]},2012-01-01,,,`)),
      )
      await bring(first)
      const before = { figures: await figuresOf(office, null), records: await recordsOf(office, null) }
      const change = await bring(second)
      if (change === null) return
      const then = await recordsOf(office, null)
      for (const one of edits) await refusing(() => play(office, one, bring))
      const now = await recordsOf(office, null)
      const id = await importOf(office, change)
      const seen = await previewUndo(partsOf(office), callerOf(office), id)
      const done = await refusing(() => undo(office, id))
      if (!done) return
      const after = await recordsOf(office, null)
      const kept = new Set(done.kept.map((one) => one.id))
      // Known from the contents alone: what the batch made or changed, and what somebody made of it since.
      const edited = [...then].filter(
        ([record, content]) =>
          before.records.get(record) !== content && now.has(record) && now.get(record) !== content,
      )
      expect(new Set(done.kept.flatMap((one) => (one.why === 'edited' ? [one.id] : [])))).toEqual(
        new Set(edited.map(([record]) => record)),
      )
      const batchIds = new Set(
        [...seen.removed, ...seen.restored].map((one) => one.id).filter((one) => !kept.has(one)),
      )
      for (const [record, content] of after)
        expect([record, content]).toEqual([
          record,
          batchIds.has(record) ? before.records.get(record) : now.get(record),
        ])
      for (const one of seen.removed) if (!kept.has(one.id)) expect(after.has(one.id)).toBe(false)
      if (edits.length === 0) {
        expect(kept.size).toBe(0)
        expect(await figuresOf(office, null)).toEqual(before.figures)
        expect(after).toEqual(before.records)
        fates.exact += 1
      }
      for (const key of ['removed', 'restored', 'kept'] as const) fates[key] += done.counts[key]
    }),
    { numRuns: Math.max(1, Math.round((fc.readConfigureGlobal().numRuns ?? 100) * 0.3)) },
  )
  console.info(`undo: ${JSON.stringify(fates)}, seed ${fc.readConfigureGlobal().seed}`)
  expect(Math.min(fates.removed, fates.restored)).toBeGreaterThan(0)
})

/** Null where it was refused in words: a random deed need not be possible. */
async function refusing<T>(act: () => Promise<T>): Promise<T | null> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

async function play(
  office: Office,
  { what, code, seat, lines }: { what: string; code: number; seat: number; lines: readonly Line[] },
  bring: (lines: readonly Line[]) => Promise<string | null>,
): Promise<void> {
  if (what === 'import') return void (await bring(lines))
  const found = await office.found(partyOrganisationsLedger, `ZB-${code}`).catch(() => null)
  if (!found) return
  if (what === 'rename')
    await office.happen('organisation', found.id, 'renamed', '2016-12-01', { name: '另名' })
  if (what === 're-seat')
    await office.happen('organisation', found.id, 're_seated', '2016-12-02', {
      seat_id: (await office.found(placesLedger, seats[seat] as string)).id,
      parent_id: null,
    })
  if (what === 'remove') await office.remove('organisation', found.id)
  if (what === 'contact') await office.correct('organisation', found.id, undefined, { contact_name: '某某' })
  if (what === 'child')
    await bring([{ code: 12 + code, name: 0, seat, parent: code, from: '2015-01-01', to: '' }])
}
