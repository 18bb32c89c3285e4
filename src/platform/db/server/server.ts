import { type DataDirectory, openDataDirectory } from './data-directory.ts'
import { startEmbedded } from './embedded.ts'
import { connectExternal } from './external.ts'
import type { RunningServer, ServerLog } from './running-server.ts'

export type ServerOptions = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly projectRoot: string
  /** The data directory where it is open already: only its first opening knows whether this program made it. */
  readonly data?: DataDirectory
  readonly log?: ServerLog
}

/** The server that the surroundings ask for: the one of `DATABASE_URL` when set, else the data directory's own. */
export async function startServer({
  env,
  projectRoot,
  data: opened,
  log,
}: ServerOptions): Promise<RunningServer> {
  const url = env.DATABASE_URL?.trim()
  if (url) return connectExternal(url)
  const data = opened ?? (await openDataDirectory({ env, projectRoot }))
  return startEmbedded({ data, ...(log && { log }) })
}
