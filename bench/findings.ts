import { performance } from 'node:perf_hooks'
import type { Client } from 'pg'
import { composeProgram } from '../src/app/program.ts'
import type { Database } from '../src/platform/db/database.ts'
import { findingsOn } from '../src/platform/records/findings.ts'
import { keepView } from '../src/platform/records/keep-view.ts'
import type { RecordType } from '../src/platform/records/record-type.ts'
import type { Records } from '../src/platform/records/records.ts'
import { viewRecord } from '../src/platform/records/view.ts'
import { day } from '../src/platform/values/day.ts'
import { fillOffice } from './fill-office.ts'
import { fillEnterprises, fillPersons } from './fill-persons.ts'
import { median } from './load.ts'
import { inOffice, office } from './open-office.ts'

/**
 * What the findings of an office of XIAOMA_ROWS persons, as many enterprises and 100 000 organisations cost, with and without the rule that looks through free
 * texts; and what the page of one person costs, with and without the event that it was opened.
 */
const seed = Number(process.env['XIAOMA_SEED'] ?? 1)
const persons = Number(process.env['XIAOMA_ROWS'] ?? 100_000)
const rounds = Number(process.env['XIAOMA_RUNS'] ?? 3)
const opened = 400
const scope = { office, places: 'all' } as const
const type = 'people.person'
const asOf = day('2018-07-29')
const freeText = 'R-PIPL-NUMBERS'

async function measure(database: Database, client: Client): Promise<void> {
  await fillOffice(database, office, seed)
  const ids = await fillPersons(database, office, seed, persons)
  await fillEnterprises(database, office, persons)
  await client.query('vacuum analyze')
  const { records } = composeProgram(database)
  await findingsOf('persons', records, [type])
  await findingsOf('persons, no free texts', withoutFreeTexts(records), [type])
  await findingsOf('enterprises', records, ['organisation.legal_person'])
  await findingsOf('every type', records, [...records.engine.types.keys()])
  await openings(records, ids)
}

const withoutFreeTexts = (records: Records): Records => ({
  ...records,
  judges: new Map(
    [...records.judges].map(([of, judges]) => [
      of,
      judges.map((one) => ({ ...one, rules: one.rules.filter(({ id }) => id !== freeText) })),
    ]),
  ),
})

async function findingsOf(name: string, records: Records, types: readonly string[]): Promise<void> {
  const open = [...records.engine.types.values()]
    .filter(({ id }) => types.includes(id))
    .map((one) => ({ type: one, scope }))
  const taken: number[] = []
  let found = 0
  for (let round = 0; round < rounds; round += 1) {
    const from = performance.now()
    found = (await findingsOn(records, open, { asOf }, null)).length
    taken.push(performance.now() - from)
  }
  console.log(
    `findings, ${name.padEnd(24)} ${(median(taken) / 1_000).toFixed(2).padStart(7)} s  ${found} findings`,
  )
}

/** The page of a person, and beside it the keeping of the event: the first time on the day, and again. */
async function openings(records: Records, ids: readonly string[]): Promise<void> {
  const declared = records.engine.types.get(type) as RecordType
  const took: Record<'page' | 'first' | 'again', number[]> = { page: [], first: [], again: [] }
  const time = async (what: keyof typeof took, act: () => Promise<unknown>) => {
    const from = performance.now()
    await act()
    took[what].push(performance.now() - from)
  }
  const keep = (id: string) => () => keepView(records, office, declared, id)
  for (const id of ids.slice(0, opened)) {
    await time('page', () =>
      viewRecord(records, scope, { type, id, asOf, known: null }, { record: true, correct: true }),
    )
    await time('first', keep(id))
    await time('again', keep(id))
  }
  const [page, first, again] = [median(took.page), median(took.first), median(took.again)]
  console.log(
    `page of a person ${page.toFixed(2)} ms; its event ${first.toFixed(2)} ms the first time (${(1 + first / page).toFixed(2)} ×), ${again.toFixed(2)} ms again (${(1 + again / page).toFixed(2)} ×)`,
  )
}

await inOffice(measure)
