import type { FastifyInstance } from 'fastify'
import type { Database } from '../../db/database.ts'

/** How long an answer of the database counts, in milliseconds: nobody loads it by asking. */
const fresh = 1000
const patience = 2000

/**
 * `/health/live`: the program answers. `/health/ready`: the database answers too and there is room to write; else 503 and which of both is
 * wanting. The schema is up to date wherever the program listens. Neither tells anything of the data.
 */
export function serveHealth(app: FastifyInstance, database: Database): void {
  let asked: { readonly at: number; readonly answers: Promise<boolean> } | undefined
  const answers = () => {
    if (!asked || Date.now() - asked.at > fresh) asked = { at: Date.now(), answers: askDatabase(database) }
    return asked.answers
  }
  app.get('/health/live', (_request, reply) => reply.header('cache-control', 'no-store').send({ live: true }))
  app.get('/health/ready', async (_request, reply) => {
    const wanting = [...((await answers()) ? [] : ['database']), ...(database.room?.isLow ? ['disk'] : [])]
    return await reply
      .status(wanting.length === 0 ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ready: wanting.length === 0, wanting })
  })
}

async function askDatabase({ pool }: Database): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patience)
  })
  const asked = pool.query('select 1').then(
    () => true,
    () => false,
  )
  return await Promise.race([asked, late]).finally(() => clearTimeout(timer))
}
