import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { isAdministrator } from '../../../platform/access/administrators.ts'
import { withCookies } from '../../../platform/access/testing.ts'
import { newId } from '../../../platform/db/id.ts'
import { createLog } from '../../../platform/rpc/server/log.ts'
import { areaFunctions } from '../../area-functions.ts'
import { areas } from '../../areas.ts'
import { postsAsHoldings } from '../../posts-as-holdings.ts'
import { type RoleName, roles } from '../../roles.ts'
import { routersOf } from '../../routers.ts'
import { startHttp } from '../../server.ts'
import type { Ask, ProcedureName } from './ask.ts'
import { cases } from './cases.ts'
import { type Held, makeWorld, type Spot, spots } from './world.ts'

type Visitor = {
  readonly who: string
  readonly headers: Readonly<Record<string, string>>
  readonly permissions: ReadonlySet<string>
  readonly signedIn: boolean
  readonly covers: readonly Spot[]
}
type Told = { readonly code: string; readonly body: string }

/** The running program over a filled office, with an account of every role over the office, the street and each community. */
export async function openMatrix() {
  const world = await makeWorld()
  const { database, at, held } = world
  const lines: string[] = []
  const log = createLog({ write: (line) => void lines.push(line) })
  const running = await startHttp({
    env: { XIAOMA_PORT: '0' },
    database,
    routers: routersOf(
      { ...at, database, purposes: areas.flatMap((area) => area.purposes ?? []) },
      log,
      null,
    ),
    secret: randomBytes(24).toString('hex'),
    web: join(tmpdir(), 'no such folder'),
    log,
    demoRoster: [],
    namePlaces: async () => [],
    accountPlaces: async () => [],
    functions: areaFunctions,
    holdings: postsAsHoldings(at),
  })
  const visitors = await makeVisitors(running.accounts, held)
  const nowhere = strangeIds(held.east)

  const call = async (name: string, headers: Visitor['headers'], input: object): Promise<Told> => {
    const response = await fetch(`${running.url}/rpc/${name}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ json: { ...input, idempotencyKey: newId() } }),
    })
    const body = await bodyOf(response)
    if (response.ok) return { code: 'OK', body }
    return { code: (JSON.parse(body) as { json: { code: string } }).json.code, body }
  }

  const told = async (name: string, visitor: Visitor, ask: Ask, spot: Spot | null): Promise<string[]> => {
    const input = inputOf(ask, spot && held[spot])
    const { code, body } = await call(name, visitor.headers, input)
    const own = JSON.stringify(input)
    const leaks = spots.filter(
      (other) =>
        !visitor.covers.includes(other) &&
        !own.includes(held[other].canary) &&
        body.includes(held[other].canary),
    )
    const clear = spots
      .flatMap((other) => [held[other].phone, held[other].birth])
      .filter((value) => body.includes(value))
    const open = 'of' in ask && spot && visitor.covers.includes(spot) ? (ask.reveals ?? []) : []
    const revealed = spot ? open.map((key) => held[spot][key]) : []
    return [
      ...leaks.map((other) => `leaks ${other}`),
      ...(clear.join() === revealed.join() ? [] : [`shows the personal values ${clear.join()}`]),
      ...(await wrongAbout(name, visitor, ask, spot, { code, body })),
    ]
  }

  async function wrongAbout(
    name: string,
    visitor: Visitor,
    ask: Ask,
    spot: Spot | null,
    { code, body }: Told,
  ): Promise<string[]> {
    if (spot && !visitor.covers.includes(spot)) {
      const absent = await call(name, visitor.headers, inputOf(ask, nowhere))
      const alike = blank(body, held[spot]) === blank(absent.body, nowhere)
      return alike ? [] : [`tells ${spot} from what is not there: ${body} against ${absent.body}`]
    }
    const closed = code === 'FORBIDDEN' && (!('nothing' in ask) || body.includes('"permission"'))
    const refused =
      closed || code === 'UNAUTHENTICATED' || code.startsWith('INTERNAL') || (spot && code === 'NOT_FOUND')
    const due = spot ? [spot] : visitor.covers
    const shown = 'nothing' in ask || !ask.shows ? [] : due.filter((one) => ask.shows?.includes(one))
    return [
      ...(refused ? [`${code} ${body}`] : []),
      ...shown
        .filter((one) => !body.includes(held[one].canary))
        .map((one) => `does not show ${one}: ${code}`),
    ]
  }

  /** Whatever is not as it must be when every visitor tries every door of a procedure. */
  async function faultsOf(name: ProcedureName, enough = Number.POSITIVE_INFINITY): Promise<string[]> {
    const { permission, asks } = cases[name]
    const faults: string[] = []
    for (const visitor of visitors) {
      if (faults.length >= enough) break
      const stopped = stoppedBy(permission, visitor)
      const found = []
      if (stopped !== null) {
        const [ask = { nothing: {} }] = asks
        const { code } = await call(name, visitor.headers, inputOf(ask, held.east))
        if (code !== stopped) found.push(`${code} instead of ${stopped}`)
      } else
        for (const ask of asks)
          for (const spot of 'of' in ask ? (ask.at ?? spots) : [null])
            found.push(...(await told(name, visitor, ask, spot)))
      faults.push(...found.map((fault) => `${name} ${visitor.who}: ${fault}`))
    }
    return faults
  }

  return {
    url: running.url,
    world,
    lines,
    visitors,
    faultsOf,
    close: async () => {
      await running.close()
      await world.close()
    },
  }
}
export type Matrix = Awaited<ReturnType<typeof openMatrix>>

async function makeVisitors(
  accounts: Awaited<ReturnType<typeof startHttp>>['accounts'],
  held: Readonly<Record<Spot, Held>>,
): Promise<Visitor[]> {
  const password = 'correct horse battery'
  const visitors: Visitor[] = [
    { who: 'nobody', headers: {}, permissions: new Set(), signedIn: false, covers: [] },
  ]
  const enter = async (
    who: string,
    granted: readonly { role: RoleName; place: string | null }[],
    covers: readonly Spot[],
  ) => {
    await accounts.createAccount({
      office: 1,
      username: who,
      name: who,
      password,
      roles: granted,
      mustChangePassword: false,
    })
    const signed = await accounts.signIn(who, password, { ip: '', userAgent: '' })
    visitors.push({
      who,
      headers: withCookies(signed?.cookies ?? []),
      permissions: new Set(granted.flatMap(({ role }) => roles[role].permissions)),
      signedIn: true,
      covers,
    })
  }
  await enter('no-role', [], [])
  for (const role of Object.keys(roles) as RoleName[]) {
    await enter(`${role}-office`, [{ role, place: null }], spots)
    if (isAdministrator(role)) continue
    await enter(`${role}-street`, [{ role, place: held.street.place }], spots)
    await enter(`${role}-east`, [{ role, place: held.east.place }], ['east'])
  }
  return visitors
}

function stoppedBy(permission: string, visitor: Visitor): string | null {
  if (permission === 'public') return null
  if (!visitor.signedIn) return 'UNAUTHENTICATED'
  return permission === 'signed-in' || visitor.permissions.has(permission) ? null : 'FORBIDDEN'
}

function inputOf(ask: Ask, held: Held | null): object {
  if ('of' in ask) return ask.of(held as Held)
  return 'all' in ask ? ask.all : ask.nothing
}

/** The same shape with ids that name nothing. */
function strangeIds(held: Held): Held {
  const { spot, ...ids } = held
  const strange = Object.entries(ids).map(([key, value], n) => [
    key,
    key === 'canary' ? '甪无鸟' : /^\d+$/.test(value) ? String(999_000 + n) : newId(),
  ])
  return { spot, ...(Object.fromEntries(strange) as Omit<Held, 'spot'>) }
}

/** A body without what the caller named: two answers that are then equal tell the two apart by nothing. */
function blank(body: string, held: Held): string {
  return Object.entries(held).reduce(
    (text, [key, value]) =>
      key === 'spot' ? text : text.replaceAll(/^\d+$/.test(value) ? `"change":"${value}"` : value, key),
    body,
  )
}

async function bodyOf(response: Response): Promise<string> {
  const type = response.headers.get('content-type') ?? ''
  if (/json/.test(type)) return await response.text()
  const bytes = await response.arrayBuffer()
  const found = Buffer.from(bytes).indexOf('PK\u0003\u0004')
  if (found < 0) return Buffer.from(bytes).toString('utf8')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes)
  return book.worksheets
    .flatMap((sheet) => [sheet.name, ...(sheet.getSheetValues() as unknown[])])
    .map((row) => JSON.stringify(row) ?? '')
    .join('\n')
}
