import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { resolveContractProcedures } from '@orpc/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Accounts } from '../platform/access/accounts.ts'
import { createDemoAccounts, markDemo } from '../platform/access/demo.ts'
import { accessDatabase, here, withCookies } from '../platform/access/testing.ts'
import type { ProcedureMeta } from '../platform/rpc/procedure.ts'
import { implementer } from '../platform/rpc/server/implementer.ts'
import { createLog } from '../platform/rpc/server/log.ts'
import { Refusal } from '../platform/refusal.ts'
import type { TestDatabase } from '../platform/testing/database.ts'
import { text } from '../platform/text.ts'
import { contract } from './contract.ts'
import { demoRoster, type RoleName, roles } from './roles.ts'
import { type HttpOptions, type RunningHttp, startHttp } from './server.ts'

const reached = 'RULE'
let database: TestDatabase
let running: RunningHttp
let options: HttpOptions

/** Every procedure answers that it was reached: what is tested is who gets so far. */
function reachable(part: object): never {
  const begun = implementer(part as never) as Record<string, { handler(act: () => never): unknown }>
  return Object.fromEntries(
    Object.keys(part).map((name) => [
      name,
      begun[name]?.handler(() => {
        throw new Refusal(reached, text('到达', 'reached'))
      }),
    ]),
  ) as never
}

beforeAll(async () => {
  database = await accessDatabase()
  const { access: _own, ...parts } = contract
  options = {
    env: { XIAOMA_PORT: '0' },
    database,
    routers: Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, reachable(part)]),
    ) as never,
    secret: 'a secret of at least thirty-two characters',
    web: join(tmpdir(), 'no such folder'),
    log: createLog({ write: () => undefined }),
    demoRoster: demoRoster(here),
    namePlaces: async () => [],
    accountPlaces: async () => [],
  }
  running = await startHttp(options)
})
afterAll(async () => {
  await running.close()
  await database.drop()
})

async function cookieOf(accounts: Accounts, role: RoleName) {
  const password = 'correct horse'
  await accounts.createAccount({
    office: 1,
    username: role,
    name: role,
    password,
    roles: [{ role, place: here }],
    mustChangePassword: false,
  })
  return withCookies((await accounts.signIn(role, password, { ip: '', userAgent: '' }))?.cookies ?? [])
}

test('every procedure of the contract stops everyone but those whose role holds its permission', async () => {
  const cookies: Record<string, { cookie: string }> = { nobody: { cookie: '' } }
  for (const role of Object.keys(roles) as RoleName[]) cookies[role] = await cookieOf(running.accounts, role)
  const procedures: { path: string; permission: string }[] = []
  await resolveContractProcedures({ router: contract as never, path: [] }, ({ contract: one, path }) => {
    if (path[0] !== 'access')
      procedures.push({
        path: path.join('/'),
        permission: (one['~orpc'].meta as ProcedureMeta).access?.permission ?? '',
      })
  })
  expect(procedures.length).toBeGreaterThan(20)
  for (const { path, permission } of procedures) {
    for (const [who, headers] of Object.entries(cookies)) {
      const response = await fetch(`${running.url}/rpc/${path}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: '{"json":{}}',
      })
      const { json } = (await response.json()) as { json: { code: string } }
      const held =
        who !== 'nobody' &&
        (permission === 'signed-in' ||
          (roles[who as RoleName].permissions as readonly string[]).includes(permission))
      // An input that its schema refuses has passed the guard all the same.
      const expected = held ? [reached, 'INVALID'] : who === 'nobody' ? ['UNAUTHENTICATED'] : ['FORBIDDEN']
      expect([path, who, expected.includes(json.code) ? expected : json.code]).toEqual([path, who, expected])
    }
  }
})

test('every permission that the contract asks for is held by a role, and no two roles are the same', async () => {
  const asked = new Set<string>()
  await resolveContractProcedures({ router: contract as never, path: [] }, ({ contract: one }) => {
    asked.add((one['~orpc'].meta as ProcedureMeta).access?.permission ?? '')
  })
  const held = new Set<string>(Object.values(roles).flatMap(({ permissions }) => permissions))
  expect(
    [...asked].filter((permission) => !['public', 'signed-in'].includes(permission) && !held.has(permission)),
  ).toEqual([])
  expect(new Set(Object.values(roles).map(({ permissions }) => permissions.join())).size).toBe(
    Object.keys(roles).length,
  )
})

test('the description of the REST side tells the form of every value', async () => {
  const description = await (await fetch(`${running.url}/api/openapi.json`)).text()
  expect(description).not.toContain('{"not":{}}')
  expect(description).toContain('a count in decimal digits')
  const { parameters } = JSON.parse(description).paths['/figures/{figure}'].get as {
    parameters: { name: string; schema: object }[]
  }
  expect(parameters.find(({ name }) => name === 'asOf')?.schema).toEqual({ type: 'string', format: 'date' })
})

test('real data shows no demo accounts; a demo lists its own and never leaves this machine', async () => {
  expect(await (await fetch(`${running.url}/api/demo-accounts`)).json()).toEqual({ accounts: [] })
  const other = await accessDatabase()
  try {
    await markDemo(other, 1)
    const demo = await startHttp({ ...options, database: other })
    try {
      await createDemoAccounts(other, demo.accounts, 1, demoRoster(here))
      const { accounts } = (await (await fetch(`${demo.url}/api/demo-accounts`)).json()) as {
        accounts: { username: string; password: string; role: unknown }[]
      }
      expect(accounts.map(({ username }) => username)).toEqual(
        demoRoster(here).map(({ username }) => username),
      )
      expect(accounts.find(({ username }) => username === 'clerk')?.role).toEqual(roles.office_clerk.words)
      for (const { username, password } of accounts) {
        const body = JSON.stringify({ username, password })
        const response = await fetch(`${demo.url}/api/session`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        })
        expect(await response.json()).toMatchObject({ username, demo: true, mustChangePassword: false })
      }
    } finally {
      await demo.close()
    }
    await expect(
      startHttp({ ...options, database: other, env: { XIAOMA_PORT: '0', XIAOMA_HOST: '0.0.0.0' } }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
  } finally {
    await other.drop()
  }
})

test('an installation whose pages are not built still answers, and says that there is no page', async () => {
  expect((await fetch(running.url)).status).toBe(404)
})
