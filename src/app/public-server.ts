import type { Logger } from 'pino'
import { publicRequestsProcedures } from '../areas/enterprise/index.ts'
import { deriveSecret } from '../platform/db/server/data-directory.ts'
import { createHttpServer, listenAt } from '../platform/rpc/server/http-server.ts'
import { type ListenSettings, listenSettings } from '../platform/rpc/server/listen.ts'
import { text } from '../platform/text.ts'
import { officeName } from './found-office.ts'
import { office, type Program } from './program.ts'
import { publicContract } from './public-contract.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Where the public pages are served, by settings of their own; null where nobody asked for them. A certificate and proxies are those of
 * the office's own pages.
 * @throws Refusal as listenSettings
 */
export function publicListenSettings(env: Environment, demo: boolean): ListenSettings | null {
  const port = env['XIAOMA_PUBLIC_PORT']?.trim()
  if (!port) return null
  return listenSettings(
    { ...env, XIAOMA_PORT: port, XIAOMA_HOST: env['XIAOMA_PUBLIC_HOST']?.trim() || env['XIAOMA_HOST'] },
    demo,
    'XIAOMA_PUBLIC_PORT',
  )
}

/**
 * What anybody may use: a server of its own, on which nobody is signed in and nothing of the office's own pages is there to be reached. It
 * shares the database, and few may be in work at once, so that the office goes on when the public does not.
 */
export async function startPublicPages(
  { database, records, data }: Pick<Program, 'database' | 'records' | 'data'>,
  settings: ListenSettings,
  web: string,
  log: Logger,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const requests = publicRequestsProcedures(
    records,
    office,
    deriveSecret(data, 'look-up codes'),
    async () => (await officeName(database)) ?? text('本街道', 'This office'),
  )
  const app = createHttpServer({
    router: { requests },
    contract: publicContract,
    database,
    session: async () => null,
    log,
    web,
    page: 'public.html',
    listen: settings,
    atOnce: 8,
  })
  return { url: await listenAt(app, settings), close: () => app.close() }
}
