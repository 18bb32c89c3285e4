import { resolveContractProcedures } from '@orpc/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../platform/db/id.ts'
import { contract } from './contract.ts'
import { type Matrix, openMatrix } from './testing/matrix/matrix.ts'

let matrix: Matrix
let headers: Readonly<Record<string, string>>
beforeAll(async () => {
  matrix = await openMatrix()
  headers = matrix.visitors.find(({ who }) => who === 'office_clerk-office')?.headers ?? {}
})
afterAll(() => matrix.close())

type Told = { readonly status: number; readonly body: string }
const person = 'people.person'
const told = async (response: Response): Promise<Told> => ({
  status: response.status,
  body: await response.text(),
})
const get = async (path: string) => told(await fetch(matrix.url + path, { headers }))
/** The same request by both ways in. */
async function send(rpc: string, rest: string, input: (key: string) => object): Promise<Told[]> {
  const post = async (path: string, body: object) =>
    told(
      await fetch(matrix.url + path, {
        method: 'POST',
        headers: { ...headers, origin: matrix.url, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    )
  return [await post(`/rpc/${rpc}`, { json: input(newId()) }), await post(`/api/${rest}`, input(newId()))]
}

let nth = 0
const registering = (header: object = {}, sets: object = {}, more: object = {}) =>
  send('records/record', `records/${person}/events`, (idempotencyKey) => ({
    type: person,
    act: 'registered',
    onDate: '2018-03-01',
    idempotencyKey,
    header: { code: `RY-U${(nth += 1)}`, name: '未申报', sex: '1', birth: '1980-05', ...header },
    sets: {
      education: '31',
      branch_id: matrix.world.held.east.branch,
      category: 'full',
      home_id: null,
      ...sets,
    },
    ...more,
  }))
const count = async () => (await matrix.world.admin.query('select from people.person')).rowCount

/** Columns that stand beside the fields and that nobody enters. */
const derived = [
  'id',
  'office_id',
  'revision',
  'known_from',
  'scope_place_id',
  'place_id',
  'record_id',
  'valid_to',
  '__proto__x',
]

test('a field that a record does not declare is refused and nothing is stored, in a record, a correction and an act on many', async () => {
  const before = await count()
  const { person: id } = matrix.world.held.east
  const base = { type: person, id, version: await matrix.world.at.versionOf('person', id), reason: '核对' }
  for (const key of [...derived, 'education', 'ending']) {
    // An attribute is none of the fixed values, and the reverse.
    const wrong = { [key]: '1' }
    const answers = [
      ...(await registering(wrong)),
      ...(key === 'education' ? [] : await registering({}, wrong)),
      ...(await registering({}, { name: '顶替' })),
      ...(await send('records/correct', `records/${person}/${id}/corrections`, (idempotencyKey) => ({
        ...base,
        idempotencyKey,
        header: wrong,
      }))),
    ]
    for (const { status, body } of answers)
      expect([key, status, body]).toEqual([key, 422, expect.stringContaining('INVALID')])
  }
  const many = await send('bulk/perform', 'bulk', (idempotencyKey) => ({
    type: person,
    act: 'educated',
    onDate: '2018-07-01',
    sets: { education: '31', revision: '7' },
    records: [{ id, version: base.version }],
    idempotencyKey,
  }))
  expect(many.map(({ status }) => status).filter((status) => status < 400)).toEqual([])
  expect(await count()).toBe(before)
  expect(await matrix.world.at.versionOf('person', id)).toBe(base.version)
})

test('what a request says of itself beyond the contract is passed over: who, when and where stay the server’s', async () => {
  const forged = {
    actor: { id: 'somebody', name: '别人' },
    office: 2,
    scope: { office: 2, places: 'all' },
    kind: 'setup',
    change: '1',
    recordedAt: '2001-01-01T00:00:00Z',
    recorded_at: '2001-01-01T00:00:00Z',
  }
  const answers = await registering({}, {}, forged)
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  const { rows } = await matrix.world.admin.query(
    `select office_id, kind, actor_name, recorded_at > now() - interval '1 hour' as now from platform.change order by change_no desc limit 2`,
  )
  expect(rows).toEqual(
    Array(2).fill({ office_id: 1, kind: 'event', actor_name: 'office_clerk-office', now: true }),
  )
})

type Schema = { readonly _zod?: { readonly def: Readonly<Record<string, unknown>> } }

/** Where a schema takes fields that it does not name, apart from values by field, which the record types name. */
function openParts(schema: unknown, path: string, seen = new Set<unknown>()): string[] {
  const def = (schema as Schema | undefined)?._zod?.def
  if (!def || seen.has(schema)) return []
  seen.add(schema)
  const within = (value: unknown, name: string): string[] => {
    if (Array.isArray(value)) return value.flatMap((one) => within(one, name))
    if (typeof value !== 'object' || value === null) return []
    if ('_zod' in value) return openParts(value, `${path}.${name}`, seen)
    return name === 'shape' ? Object.entries(value).flatMap(([key, one]) => within(one, key)) : []
  }
  const rest = (def['catchall'] as Schema | undefined)?._zod?.def['type']
  return [
    ...(def['type'] === 'object' && rest !== undefined && rest !== 'never' ? [path] : []),
    ...Object.entries(def).flatMap(([name, value]) => within(value, name)),
  ]
}

test('no contract takes a field that it does not name', async () => {
  const open: string[] = []
  let inputs = 0
  await resolveContractProcedures({ router: contract as never, path: [] }, ({ contract: one, path }) => {
    const { inputSchema } = one['~orpc']
    if (inputSchema) inputs += 1
    open.push(...openParts(inputSchema, path.join('.')))
  })
  expect(inputs).toBeGreaterThan(50)
  expect(open).toEqual([])
})

test('an address is decoded once: what was encoded twice names nothing, and no file', async () => {
  const { east } = matrix.world.held
  const find = (text: string) => get(`/api/records/organisation.place?all=true&asOf=2018-06-30&find=${text}`)
  const once = encodeURIComponent(east.canary)
  expect((await find(once)).body).toContain(east.place)
  const twice = await find(encodeURIComponent(once))
  expect([twice.status, twice.body.includes(east.place)]).toEqual([200, false])
  const record = (type: string, id: string) => get(`/api/records/${type}/${id}?asOf=2018-06-30`)
  expect((await record('people%2Eperson', east.person)).status).toBe(200)
  expect((await record('people%252Eperson', east.person)).status).toBe(404)
  expect((await record(person, east.person.replace('-', '%252D'))).status).toBe(404)
  for (const path of [
    '/assets/%252e%252e%252fpackage.json',
    '/%252e%252e/package.json',
    '/assets/..%255cpackage.json',
  ])
    expect((await get(path)).body).not.toContain('dependencies')
  const { status, body } = await get(
    `/api/records/${person}?where=${encodeURIComponent(encodeURIComponent('category:full'))}`,
  )
  expect([status, body]).toEqual([422, expect.stringContaining('INVALID')])
})
