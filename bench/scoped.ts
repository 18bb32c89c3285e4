import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from 'pg'
import { withCookies } from '../src/platform/access/testing.ts'
import { areaFunctions } from '../src/app/area-functions.ts'
import { composeProgram } from '../src/app/program.ts'
import { routersOf } from '../src/app/routers.ts'
import { startHttp } from '../src/app/server.ts'
import type { Database } from '../src/platform/db/database.ts'
import { createLog } from '../src/platform/rpc/server/log.ts'
import { fillOffice } from './fill-office.ts'
import { answerOf, median, requestsPerSecond } from './load.ts'
import { inOffice, office } from './open-office.ts'

/**
 * Promise P4: who sees one community asks for its figure and its list over the API, and who sees the whole office asks for the same, of 100 000
 * records. Both in short turns of one run; what is printed is how much longer the first one's request takes. XIAOMA_ROUNDS turns each.
 */
const seed = Number(process.env['XIAOMA_SEED'] ?? 1)
const rounds = Number(process.env['XIAOMA_ROUNDS'] ?? 15)
const limit = 1.1
const atOnce = 4
const milliseconds = 300
const password = 'correct horse battery'

async function measure(database: Database, client: Client): Promise<void> {
  const filled = await fillOffice(database, office, seed)
  await client.query('vacuum analyze')
  const log = createLog({ write: () => undefined }, 'error')
  const running = await startHttp({
    env: { XIAOMA_PORT: '0' },
    database,
    routers: routersOf({ ...composeProgram(database), database }, log, null),
    secret: randomBytes(32).toString('hex'),
    web: join(tmpdir(), 'no such folder'),
    log,
    demoRoster: [],
    namePlaces: async () => [],
    accountPlaces: async () => [],
    functions: areaFunctions,
  })
  const enter = async (username: string, place: string | null) => {
    await running.accounts.createAccount({
      office,
      username,
      name: username,
      password,
      roles: [{ role: 'office_clerk', place }],
      mustChangePassword: false,
    })
    const signed = await running.accounts.signIn(username, password, { ip: '', userAgent: '' })
    return withCookies(signed?.cookies ?? []).cookie
  }
  const cookies = { whole: await enter('whole', null), community: await enter('community', filled.community) }
  const asked = `node=${filled.community}&asOf=2018-06-30`
  const paths = {
    figure: `/api/figures/organisation.organisations?${asked}`,
    list: `/api/records/organisation.party_organisation?${asked}`,
  }
  console.log(`XIAOMA_SEED=${seed}: ${filled.organisations} organisations, one community asked for`)
  try {
    for (const [what, path] of Object.entries(paths)) {
      const target = (cookie: string) => ({ url: running.url + path, cookie })
      const [seen, whole] = [await answerOf(target(cookies.community)), await answerOf(target(cookies.whole))]
      if (countOf(seen) !== countOf(whole))
        throw new Error(`${what}: ${countOf(seen)} against ${countOf(whole)}`)
      const ratios: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        const rates = { whole: 0, community: 0 }
        for (const who of round % 2 ? (['whole', 'community'] as const) : (['community', 'whole'] as const))
          rates[who] = await requestsPerSecond(target(cookies[who]), atOnce, milliseconds)
        ratios.push(rates.whole / rates.community)
      }
      const ratio = median(ratios)
      console.log(
        `${what} (${countOf(seen)}): ${ratio.toFixed(2)} × ${ratio <= limit ? 'reached' : 'not reached'}`,
      )
    }
  } finally {
    await running.close()
  }
}

const countOf = (body: string): string => {
  const { value, total } = JSON.parse(body) as { value?: string; total?: number }
  return String(value ?? total)
}

await inOffice(measure)
