import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import * as z from 'zod'
import { openAccounts } from '../../access/accounts.ts'
import { accessContract } from '../../access/contract.ts'
import { accessProcedures } from '../../access/procedures.ts'
import { singleSignOnSettings } from '../../access/single-sign-on/settings.ts'
import { openSingleSignOn } from '../../access/single-sign-on/single-sign-on.ts'
import { accessDatabase, here, testRoles, there } from '../../access/testing.ts'
import type { Scope } from '../../db/scope.ts'
import { procedure } from '../procedure.ts'
import { createHttpServer } from './http-server.ts'
import { implementer } from './implementer.ts'
import type { ListenSettings } from './listen.ts'
import { createLog } from './log.ts'
import type { Metrics } from './metrics.ts'

const password = 'correct horse'
const words = z.object({ words: z.array(z.string()) })
const contract = {
  access: accessContract,
  shelf: {
    see: procedure({ permission: 'shelf.see', scope: 'place', audit: 'none', fields: ['words'] })
      .route({ method: 'GET', path: '/shelf' })
      .input(
        z.object({
          upper: z.coerce.boolean().default(false),
          limit: z.coerce.number().int().max(9).default(5),
        }),
      )
      .output(words),
    weigh: procedure({ permission: 'shelf.write', scope: 'place', audit: 'none', fields: ['size'] })
      .route({ method: 'POST', path: '/shelf/weigh' })
      .input(z.object({ file: z.file() }))
      .output(z.object({ size: z.number() })),
    sheet: procedure({ permission: 'shelf.see', scope: 'place', audit: 'export', fields: ['file'] })
      .route({ method: 'GET', path: '/shelf/sheet' })
      .output(z.file()),
    wait: procedure({ permission: 'public', scope: 'none', audit: 'none', fields: ['done'] })
      .route({ method: 'POST', path: '/wait' })
      .output(z.object({ done: z.boolean() })),
  },
}

export const loopback: ListenSettings = { host: '127.0.0.1', port: 0, tls: null, proxies: [] }

/**
 * A whole server over one small table, with the people `keeper` (of one place) and `viewer` (of the office). `env`: the settings of
 * single sign-on.
 */
export async function startShelf({ secure = false, port = 0, env = {} } = {}) {
  const lines: string[] = []
  const log = createLog({ write: (line) => void lines.push(line) })
  /** The requests that `wait`, each to be let go on by a call. */
  const waiting: (() => void)[] = []
  const web = mkdtempSync(join(tmpdir(), 'xiaoma-web-'))
  writeFileSync(
    join(web, 'index.html'),
    '<html><meta name="csp-nonce" content="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style></html>',
  )
  mkdirSync(join(web, 'assets'))
  writeFileSync(join(web, 'assets/main-4f2a.js'), 'start()')
  const database = await accessDatabase()
  const secret = 'a secret of at least thirty-two characters'
  const accounts = openAccounts({ database, secret, roles: testRoles, secure })
  const settings = singleSignOnSettings(env, secure)
  const people = { keeper: [{ role: 'keeper', place: here }], viewer: [{ role: 'viewer', place: null }] }
  for (const [username, roles] of Object.entries(people)) {
    await accounts.createAccount({
      office: 1,
      username,
      name: '张三',
      password,
      roles,
      mustChangePassword: false,
    })
  }
  const item = (office: number, word: string, place: string) =>
    database.query(
      { office, places: 'all' },
      {
        name: 'put',
        text: `with c as (select set_config('app.change', '1', true)) insert into shelf.item (office_id, id, word, scope_place_id)
      select $1::int, gen_random_uuid(), $2, $3::uuid from c`,
        values: [String(office), word, place],
      },
    )
  await item(1, 'near', here)
  await item(1, 'far', there)
  await item(2, 'abroad', here)

  const begun = implementer(contract.shelf)
  const shelf = begun.router({
    see: begun.see.handler(async ({ context, input }) => {
      const { rows } = await context.database.query(context.scope, {
        name: 'items',
        text: 'select word from shelf.item order by word',
        values: [],
      })
      return {
        words: rows
          .map(([word]) => (input.upper ? String(word).toUpperCase() : String(word)))
          .slice(0, input.limit),
      }
    }),
    weigh: begun.weigh.handler(({ input }) => ({ size: input.file.size })),
    sheet: begun.sheet.handler(() => new File(['甲,乙'], '台账"\r\n\'(1).csv', { type: 'text/csv' })),
    wait: begun.wait.handler(
      () =>
        new Promise((resolve) => {
          waiting.push(() => resolve({ done: true }))
        }),
    ),
  })
  const namePlaces = async (_: unknown, { places }: Scope) =>
    (places === 'all' ? [] : places).map((id) => ({ id, name: `place ${id.slice(-1)}` }))
  const router = {
    access: accessProcedures({
      database,
      accounts,
      roles: testRoles,
      demoRoster: [],
      namePlaces,
      accountPlaces: async () => [],
      permissionWords: {},
      singleSignOn: settings && openSingleSignOn({ database, secret, secure, settings }),
    }),
    shelf,
  }
  const session = (headers: Parameters<typeof accounts.session>[0]) => accounts.session(headers)
  const makeServer = (listen = loopback, served: object = router, metrics: Metrics | null = null) =>
    createHttpServer({
      router: served as typeof router,
      contract,
      database,
      session,
      log,
      web,
      listen,
      atOnce: 3,
      metrics,
    })

  const app = makeServer()
  await app.listen({ host: '127.0.0.1', port })
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const close = async () => {
    await app.close()
    await database.drop()
    rmSync(web, { recursive: true })
  }
  return { url, database, accounts, lines, waiting, router, makeServer, close }
}
export type Shelf = Awaited<ReturnType<typeof startShelf>>

/** A client that keeps its cookie, as a browser does. */
export function browser(url: string) {
  const jar = { cookie: '' }
  const link = new RPCLink({
    url: `${url}/rpc`,
    headers: () => ({ cookie: jar.cookie }),
    fetch: async (request, init) => {
      const response = await fetch(request, init)
      for (const cookie of response.headers.getSetCookie()) jar.cookie = cookie.split(';')[0] as string
      return response
    },
  })
  return { jar, client: createORPCClient<ContractRouterClient<typeof contract>>(link) }
}

export async function signedIn(url: string, username: string) {
  const visitor = browser(url)
  const me = await visitor.client.access.signIn({ username, password })
  return { ...visitor, me }
}
