import type { Router } from '@orpc/server'
import type { Logger } from 'pino'
import { type Accounts, openAccounts } from '../platform/access/accounts.ts'
import type { AreaFunctions } from '../platform/access/counting-grants.ts'
import { type DemoAccount, holdsDemo } from '../platform/access/demo.ts'
import { type AccessOptions, accessProcedures } from '../platform/access/procedures.ts'
import { singleSignOnSettings } from '../platform/access/single-sign-on/settings.ts'
import { openSingleSignOn } from '../platform/access/single-sign-on/single-sign-on.ts'
import type { Database } from '../platform/db/database.ts'
import type { Context } from '../platform/rpc/server/context.ts'
import { createHttpServer, isSecure, listenAt } from '../platform/rpc/server/http-server.ts'
import { type ListenSettings, listenSettings } from '../platform/rpc/server/listen.ts'
import type { Metrics } from '../platform/rpc/server/metrics.ts'
import { type Contract, contract } from './contract.ts'
import { permissionWords } from './permission-words.ts'
import { roles } from './roles.ts'

type Served = Omit<Contract, 'access'>

export type HttpOptions = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly database: Database
  /** The procedures of every part of the contract but sign-in, each begun with `implementer`. */
  readonly routers: { readonly [Part in keyof Served]: Router<Served[Part], Context> }
  /** Signs session cookies; kept from start to start. */
  readonly secret: string
  readonly web: string
  readonly log: Logger
  readonly demoRoster: readonly DemoAccount[]
  readonly namePlaces: AccessOptions['namePlaces']
  readonly accountPlaces: AccessOptions['accountPlaces']
  readonly metrics?: Metrics | null
  readonly functions?: AreaFunctions
  readonly holdings?: AccessOptions['holdings']
}

export type RunningHttp = { readonly url: string; readonly accounts: Accounts; close(): Promise<void> }

/** Accounts as the settings of this start want their cookies: also for what works without a server. */
export function accountsFor(
  database: Database,
  secret: string,
  listen: ListenSettings,
  functions: AreaFunctions = {},
): Accounts {
  return openAccounts({ database, secret, roles, secure: isSecure(listen), functions })
}

/**
 * Puts contract, procedures and sign-in together and listens. `close` lets requests in work end; the database stays open.
 * @throws Refusal where the settings would let a demo or plain text out of this machine; Error for an undeclared procedure
 */
export async function startHttp({
  env,
  database,
  routers,
  secret,
  web,
  log,
  demoRoster,
  namePlaces,
  accountPlaces,
  metrics = null,
  functions = {},
  holdings,
}: HttpOptions): Promise<RunningHttp> {
  const listen = listenSettings(env, await holdsDemo(database))
  const accounts = accountsFor(database, secret, listen, functions)
  const secure = isSecure(listen)
  const settings = singleSignOnSettings(env, secure)
  const access = accessProcedures({
    database,
    accounts,
    roles,
    demoRoster,
    namePlaces,
    accountPlaces,
    permissionWords,
    singleSignOn: settings && openSingleSignOn({ database, secret, secure, settings }),
    functions,
    ...(holdings ? { holdings } : {}),
  })
  const router = { ...routers, access } satisfies {
    [Part in keyof Contract]: Router<Contract[Part], Context>
  }
  const app = createHttpServer({
    router,
    contract,
    database,
    session: (headers) => accounts.session(headers),
    log,
    web,
    listen,
    metrics,
  })
  return { url: await listenAt(app, listen), accounts, close: () => app.close() }
}
