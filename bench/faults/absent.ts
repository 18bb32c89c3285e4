import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from 'pg'
import { randomFrom } from '../../demo/random.ts'
import { areaFunctions } from '../../src/app/area-functions.ts'
import { composeProgram } from '../../src/app/program.ts'
import { routersOf } from '../../src/app/routers.ts'
import { startHttp } from '../../src/app/server.ts'
import { withCookies } from '../../src/platform/access/testing.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { createLog } from '../../src/platform/rpc/server/log.ts'
import { fillOffice } from '../fill-office.ts'
import { median } from '../load.ts'
import { inOffice, office } from '../open-office.ts'

/**
 * Whether who sees one community of 100 000 records can tell what lies outside of it from what is nowhere: 2 000 pairs of requests that differ
 * in that alone, in random order. Status and body must be the same, but for the id that was asked for; of the times, a rank test
 * (Mann–Whitney) says how often the one outside took longer, which is half of the pairs where nothing can be told.
 */
const seed = Number(process.env['XIAOMA_SEED'] ?? 1)
const pairs = Number(process.env['XIAOMA_PAIRS'] ?? 2000)
/** Told apart: at a chance of one in a thousand for all kinds together, and by more than a twentieth of the pairs. */
const chance = 0.001
const least = 0.05
const type = 'organisation.party_organisation'
const asked = 'asOf=2018-06-30'

type Subject = {
  readonly organisation: string
  readonly compound: string
  readonly name: string
  readonly code: string
}
/** The parts of addresses that differ, and nothing else does. */
const kinds: Readonly<Record<string, (of: Subject) => string>> = {
  'a record': ({ organisation }) => `/api/records/${type}/${organisation}?${asked}`,
  'a place': ({ compound }) => `/api/records/organisation.place/${compound}?${asked}`,
  'its lineage': ({ organisation }) => `/api/records/${type}/${organisation}/lineage`,
  'a list of a place': ({ compound }) => `/api/records/${type}?node=${compound}&${asked}`,
  'a list by a name': ({ name }) => `/api/records/${type}?find=${name}&${asked}`,
  'a figure': ({ compound }) => `/api/figures/organisation.organisations?node=${compound}&${asked}`,
  'its rows': ({ compound }) => `/api/figures/organisation.organisations/rows?node=${compound}&${asked}`,
  'a search by name': ({ name }) => `/api/search?find=${name}&${asked}`,
  'a search by number': ({ code }) => `/api/search?find=${code}&${asked}`,
}
type Sample = {
  readonly outside: number[]
  readonly absent: number[]
  unlike: number
  readonly codes: Set<number>
}

async function measure(database: Database, client: Client): Promise<void> {
  const random = randomFrom(seed)
  const letters = (count: number) =>
    Array.from({ length: count }, () => String.fromCharCode(97 + random.between(0, 25))).join('')
  const nameOf = () => letters(10)
  const { community } = await fillOffice(database, office, seed, nameOf)
  await client.query('vacuum analyze')
  const { rows: outside } = await client.query<Subject>(
    `select s.record_id as organisation, s.seat_id as compound, s.name, o.code from organisation.party_organisation_spell s
     join organisation.party_organisation o on o.id = s.record_id where s.scope_place_id <> $1 order by o.label`,
    [community],
  )
  const absentOne = (): Subject => ({
    organisation: strangeId(random),
    compound: strangeId(random),
    name: nameOf(),
    code: `B-${random.between(200_000, 999_999)}`,
  })
  const { url, cookie, close } = await serve(database, community)
  const ask = async (path: string) => {
    const begin = performance.now()
    const response = await fetch(url + path, { headers: { cookie } })
    const body = await response.text()
    return { took: performance.now() - begin, status: response.status, body }
  }
  const samples = new Map(
    Object.keys(kinds).map((kind) => [
      kind,
      { outside: [], absent: [], unlike: 0, codes: new Set() } as Sample,
    ]),
  )
  const deck = random.shuffled(
    Array.from({ length: pairs }, (_, n) => Object.keys(kinds)[n % samples.size] as string),
  )
  try {
    for (const [n, kind] of [...Object.keys(kinds), ...deck].entries()) {
      const sample = samples.get(kind) as Sample
      const of = { outside: random.pick(outside), absent: absentOne() }
      const answers = { outside: '', absent: '' }
      for (const which of random.shuffled(['outside', 'absent'] as const)) {
        const { took, status, body } = await ask((kinds[kind] as (of: Subject) => string)(of[which]))
        answers[which] = `${status} ${blank(body, of[which])}`
        // The first of each kind only warms up.
        if (n >= samples.size) sample[which].push(took)
        sample.codes.add(status)
      }
      if (answers.outside !== answers.absent) {
        sample.unlike += 1
        if (sample.unlike === 1) console.log(`${kind}:\n  ${answers.outside}\n  ${answers.absent}`)
      }
    }
  } finally {
    await close()
  }
  console.log(`XIAOMA_SEED=${seed} XIAOMA_PAIRS=${pairs}\n`)
  print(samples)
}

function print(samples: ReadonlyMap<string, Sample>): void {
  console.log('| asked for | status | pairs | unlike | outside, ms | absent, ms | outside slower | p | |')
  console.log('| --- | --- | --: | --: | --: | --: | --: | --: | --- |')
  for (const [kind, { outside, absent, unlike, codes }] of samples) {
    const { share, p } = rankTest(outside, absent)
    const apart = unlike > 0 || (p < chance / samples.size && Math.abs(share - 0.5) > least)
    const cells = [
      kind,
      [...codes].join(' '),
      outside.length,
      unlike,
      median(outside).toFixed(2),
      median(absent).toFixed(2),
      `${(share * 100).toFixed(1)} %`,
      p < 0.0001 ? p.toExponential(1) : p.toFixed(4),
      apart ? 'told apart' : 'alike',
    ]
    console.log(`| ${cells.join(' | ')} |`)
    if (apart) process.exitCode = 1
  }
}

/** Mann–Whitney: how often a value of `a` is above one of `b` (ties count half), and how likely as much is where the two are alike. */
function rankTest(a: readonly number[], b: readonly number[]): { share: number; p: number } {
  const all = [...a.map((value) => ({ value, own: true })), ...b.map((value) => ({ value, own: false }))]
  all.sort((x, y) => x.value - y.value)
  let ranks = 0
  for (let from = 0; from < all.length; ) {
    let to = from
    while (to < all.length && all[to]?.value === all[from]?.value) to += 1
    for (let at = from; at < to; at += 1) if (all[at]?.own) ranks += (from + to + 1) / 2
    from = to
  }
  const u = ranks - (a.length * (a.length + 1)) / 2
  const z =
    (u - (a.length * b.length) / 2) / Math.sqrt((a.length * b.length * (a.length + b.length + 1)) / 12)
  return { share: u / (a.length * b.length), p: twoSided(Math.abs(z)) }
}

/** Of a normal distribution, both tails beyond z (Abramowitz and Stegun 7.1.26, off by at most 1.5e-7). */
function twoSided(z: number): number {
  const x = z / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const poly =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  return poly * Math.exp(-x * x)
}

const blank = (body: string, of: Subject) =>
  Object.entries(of).reduce((text, [key, value]) => text.replaceAll(value, key), body)

function strangeId(random: ReturnType<typeof randomFrom>): string {
  const hex = Array.from({ length: 32 }, () => random.between(0, 15).toString(16)).join('')
  // As new as the others are, so that an index looks for it in the same place.
  return `019${hex.slice(3, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}

async function serve(database: Database, community: string) {
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
  const password = 'correct horse battery'
  const roles = [{ role: 'community_clerk' as const, place: community }]
  const named = { office, username: 'clerk', name: 'clerk', password, roles, mustChangePassword: false }
  await running.accounts.createAccount(named)
  const signed = await running.accounts.signIn('clerk', password, { ip: '', userAgent: '' })
  return { url: running.url, cookie: withCookies(signed?.cookies ?? []).cookie, close: () => running.close() }
}

await inOffice(measure)
