import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'
import { composeProgram } from '../src/app/program.ts'
import { roles } from '../src/app/roles.ts'
import { routersOf } from '../src/app/routers.ts'
import { startHttp } from '../src/app/server.ts'
import { openAccounts } from '../src/platform/access/accounts.ts'
import type { Statement } from '../src/platform/db/batch.ts'
import type { Database } from '../src/platform/db/database.ts'
import { statement } from '../src/platform/figures/compile.ts'
import type { Arguments } from '../src/platform/figures/shape.ts'
import { type Counted, inputsOf } from '../src/platform/figures/figure.ts'
import { figureNamed, type Figures } from '../src/platform/figures/registry.ts'
import { createLog } from '../src/platform/rpc/server/log.ts'
import { office, openOffice, type Place } from './open-office.ts'

export const variants = ['product', 'same work', 'bare'] as const
export type Variant = (typeof variants)[number]
export type ServeOrder = Place & { readonly variant: Variant; readonly figure: string; readonly asOf: string }

/** One of three servers that answer `?node=` with the figure; prints its address. Each runs in a process of its own. */
async function serve(order: ServeOrder): Promise<string> {
  const database = await openOffice(order)
  const program = composeProgram(database)
  const secret = order.secret
  if (order.variant === 'product') {
    const log = createLog({ write: () => undefined }, 'warn')
    const routers = routersOf({ ...program, database } as Parameters<typeof routersOf>[0], log, null)
    const web = join(tmpdir(), 'no such folder')
    const env = { XIAOMA_PORT: '0' }
    return (
      await startHttp({
        env,
        database,

        routers,
        secret,
        web,
        log,
        demoRoster: [],
        namePlaces: async () => [],
        accountPlaces: async () => [],
      })
    ).url
  }
  const bound = (node: string) => statementOf(program.figures, order, node)
  return await listen(order.variant === 'same work' ? sameWork(database, secret, bound) : bare(order, bound))
}

type Answer = (url: URL, headers: Record<string, string | undefined>) => Promise<unknown>

/** Session, scope and the figure's own SQL, prepared, in the same two round trips: what no product can do without. */
function sameWork(database: Database, secret: string, bound: (node: string) => Statement): Answer {
  const accounts = openAccounts({ database, secret, roles, secure: false })
  return async (url, headers) => {
    const caller = await accounts.session(headers)
    if (!caller?.permissions.has('figures.see_value')) throw new Error('not signed in')
    const { fields, rows } = await database.query(
      caller.scopeOf('figures.see_value'),
      bound(url.searchParams.get('node') as string),
    )
    return { value: rows[0]?.[fields.indexOf('rows')] }
  }
}

/** The SQL alone, by a role that no policy binds: no session, no scope. */
function bare(order: ServeOrder, bound: (node: string) => Statement): Answer {
  const pool = new Pool({ ...order.admin, database: order.database, max: 10 })
  return async (url) => {
    const { name, text, values } = bound(url.searchParams.get('node') as string)
    const { rows } = await pool.query<{ rows: string }>({ name, text, values: [...values] })
    return { value: rows[0]?.rows }
  }
}

function statementOf(figures: Figures, { figure, asOf }: ServeOrder, node: string): Statement {
  const [{ rows }] = inputsOf(figureNamed(figures, figure)) as [Counted]
  const nothing = {
    afterDay: null,
    afterRecord: null,
    afterKey: null,
    limit: null,
    nodes: null,
    kind: null,
    of: null,
  }
  const args: Arguments = {
    office: String(office),
    node,
    asOf,
    from: asOf,
    through: asOf,
    structureDay: asOf,
    ...nothing,
  }
  const shape = {
    rows,
    hierarchy: figures.place,
    places: figures.place,
    past: false,
    structure: 'then',
    answer: 'value',
    distinct: false,
    percents: [],
    ofKind: false,
    by: null,
    of: null,
  } as const
  return statement(shape, args)
}

async function listen(answer: Answer): Promise<string> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    answer(url, { cookie: request.headers.cookie }).then(
      (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

if (import.meta.main)
  console.log(await serve(JSON.parse(process.env['XIAOMA_BENCH'] as string) as ServeOrder))
