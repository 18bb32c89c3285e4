import { performance } from 'node:perf_hooks'
import type { Client } from 'pg'
import { randomFrom } from '../demo/random.ts'
import { composeProgram } from '../src/app/program.ts'
import type { Database } from '../src/platform/db/database.ts'
import { listRecords, type Question } from '../src/platform/records/list.ts'
import { searchRecords } from '../src/platform/records/search.ts'
import type { RecordType } from '../src/platform/records/record-type.ts'
import { day } from '../src/platform/values/day.ts'
import { fillOffice } from './fill-office.ts'
import { inOffice, office } from './open-office.ts'

/** The first page of a list of 100 000 records, by what is asked of it: median of rounds, after one that warms up. */
const seed = Number(process.env['XIAOMA_SEED'] ?? 1)
const rounds = Number(process.env['XIAOMA_RUNS'] ?? 5)
const scope = { office, places: 'all' } as const
const type = 'organisation.party_organisation'
const asOf = day('2018-07-29')

async function measure(database: Database, client: Client): Promise<void> {
  const filled = await fillOffice(database, office, seed, namesFrom(seed))
  await client.query('vacuum analyze')
  const { records } = composeProgram(database)
  const list = (more: Partial<Question>) => async () => {
    const question = { type, where: [], descending: false, all: false, asOf, ...more, limit: 50 }
    return (await listRecords(records, scope, question, null)).total
  }
  const search = (find: string) => async () => {
    const declared = records.engine.types.get(type) as RecordType
    const found = await searchRecords(records, scope, declared, { find, asOf, known: null, limit: 6 })
    return found.total
  }
  const cases: Readonly<Record<string, () => Promise<number>>> = {
    'list, by code': list({}),
    'list, by name': list({ sort: 'name' }),
    'list, by seat': list({ sort: 'seat_id' }),
    'list of a community': list({ node: filled.community }),
    'list, find 花园': list({ find: '花园' }),
    'list, find glhy': list({ find: 'glhy' }),
    'search 花园': search('花园'),
    'search glhy': search('glhy'),
  }
  for (const [name, ask] of Object.entries(cases)) {
    const total = await ask()
    const taken: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const from = performance.now()
      await ask()
      taken.push(performance.now() - from)
    }
    const median = taken.sort((a, b) => a - b)[Math.floor(rounds / 2)] as number
    process.stdout.write(`${name.padEnd(22)} ${median.toFixed(0).padStart(6)} ms  ${total} records\n`)
  }
}

/** Names such as compounds and branches have: two characters, what it is, a number that makes them differ. */
function namesFrom(start: number): (n: number) => string {
  const random = randomFrom(start)
  const first = Array.from('金高安林湖里海山华东新阳星明兴联和祥瑞福')
  const what = ['花园', '新村', '小区', '广场', '公寓']
  const one = () => first[random.between(0, first.length - 1)] as string
  return (n) => `${one()}${one()}${what[random.between(0, what.length - 1)]}第${n}党支部`
}

await inOffice(measure)
