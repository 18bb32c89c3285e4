import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../platform/db/id.ts'
import { checkImport } from '../../../platform/ledgers/check-import.ts'
import { writeImport } from '../../../platform/ledgers/write-import.ts'
import type { RecordsEngine } from '../../../platform/records/records-engine.ts'
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

const compound = (n: number) => `350206005013-${n},小区,花园${n},350206005013,2016-01-01,,,`

/** Imports, and does something else each time that everything lies ready but the lock is not taken yet. */
async function importWhile(
  office: Office,
  file: Parameters<Office['bring']>[0],
  meanwhile: (time: number) => Promise<void>,
) {
  let times = 0
  const engine: RecordsEngine = {
    ...office.engine,
    stage: async (...given) => {
      const staged = await office.engine.stage(...given)
      await meanwhile((times += 1))
      return staged
    },
  }
  const checked = await checkImport(desk.database, engine, office.whole, {
    files: [file],
    ledgers: organisationLedgers,
  })
  const options = { scope: office.whole, actor: clerk, id: newId(), key: newId() }
  const written = await writeImport(desk.database, engine, checked, options)
  return { ...written, times }
}

test('others write while an import is prepared, and what they touch elsewhere does not disturb it', async () => {
  const office = await desk.open()
  const before = await office.head()
  const { change, times } = await importWhile(office, placesFile(compound(1), compound(2)), async () => {
    // Would wait for twenty seconds and fail if the import held the head or the counter of labels.
    await office.establish(
      'place',
      '2016-01-01',
      { name: '别处', code: 'E-1', parent_id: (await office.found(placesLedger, '350206005014')).id },
      { kind: 'compound' },
    )
  })
  expect([times, change]).toEqual([1, String(before + 2n)])
  expect((await office.found(placesLedger, '350206005013-2')).spells).toHaveLength(1)
})

test('where the parent moves meanwhile, all is prepared anew and stands beneath its new place', async () => {
  const office = await desk.open()
  await office.bring(
    organisationsFile(
      'ZB-0,上级一,党总支部,社区,,350206005013,,,,,2015-01-01,,',
      'ZB-1,中间级,党总支部,社区,,350206005013,,,,,2015-01-01,,',
    ),
  )
  const [top, middle] = [
    await office.found(partyOrganisationsLedger, 'ZB-0'),
    await office.found(partyOrganisationsLedger, 'ZB-1'),
  ]
  const file = organisationsFile('ZB-2,下级支部,党支部,单位,ZB-1,350206005013,,,,,2016-01-01,,')
  const { times } = await importWhile(office, file, async (time) => {
    if (time === 1)
      await office.happen('organisation', middle.id, 're_homed', '2017-01-01', { parent_id: top.id })
  })
  expect(times).toBe(2)
  const lowest = await office.found(partyOrganisationsLedger, 'ZB-2')
  const { rows } = await desk.database.query(office.whole, {
    name: 'paths_of',
    text: 'select valid_from, path from organisation.party_organisation_spell where record_id = $1::uuid order by 1',
    values: [lowest.id],
  })
  const chain = (...records: { label: string | null }[]) => `/${records.map((one) => one.label).join('/')}/`
  expect(rows).toEqual([
    ['2016-01-01', chain(middle, lowest)],
    ['2017-01-01', chain(top, middle, lowest)],
  ])
})

test('where it moves every time, it is prepared under the lock and written all the same', async () => {
  const office = await desk.open()
  const east = await office.found(placesLedger, '350206005013')
  const { times } = await importWhile(office, placesFile(compound(1)), async (time) => {
    // The fourth time nobody else gets the lock.
    if (time < 4)
      await office.happen('place', east.id, 'renamed', `2018-01-0${time}`, { name: `东社区${time}` })
  })
  expect(times).toBe(4)
  expect((await office.found(placesLedger, '350206005013-1')).spells).toHaveLength(1)
})

test('a key that somebody else takes meanwhile makes it stale, and nothing is written', async () => {
  const office = await desk.open()
  const east = await office.found(placesLedger, '350206005013')
  const importing = importWhile(office, placesFile(compound(1), compound(2)), async () => {
    await office.establish(
      'place',
      '2016-01-01',
      { name: '先到', code: '350206005013-2', parent_id: east.id },
      { kind: 'compound' },
    )
  })
  await expect(importing).rejects.toMatchObject({ code: 'STALE' })
  await expect(office.found(placesLedger, '350206005013-1')).rejects.toThrow('no record')
})

test('how long the head was held is kept with the import', async () => {
  const office = await desk.open()
  await office.bring(placesFile(compound(1)))
  const { rows } = await desk.database.query(office.whole, {
    name: 'held',
    text: 'select head_held_ms from platform.import_batch order by change_no desc limit 1',
    values: [],
  })
  expect(Number(rows[0]?.[0])).toBeGreaterThan(0)
})
