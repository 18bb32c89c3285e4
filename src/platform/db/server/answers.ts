import pg from 'pg'
import type { ClientConfig } from 'pg'

/** Whether a server that serves this very cluster takes connections now. */
export async function answers(admin: ClientConfig, cluster: string): Promise<boolean> {
  const client = new pg.Client({ ...admin, connectionTimeoutMillis: 5000, query_timeout: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch {
    return false
  }
  try {
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    return rows[0]?.data_directory === cluster
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}
