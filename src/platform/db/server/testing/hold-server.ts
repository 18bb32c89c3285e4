import pg from 'pg'
import { openDataDirectory } from '../data-directory.ts'
import { startEmbedded } from '../embedded.ts'
import { takeOwnership } from '../sole-owner.ts'

// A process of its own for tests that kill it: starts the server, tells what it holds in one line, and stays.
const [dataPath = '', task = 'hold'] = process.argv.slice(2)
const data = await openDataDirectory({ env: { XIAOMA_DATA: dataPath }, projectRoot: '/' })
const server = await startEmbedded({ data })
if (task === 'own') await takeOwnership(server.admin, 'postgres', { address: 'http://127.0.0.1:8080' })
if (task === 'write') {
  const client = new pg.Client(server.admin)
  client.on('error', () => undefined)
  await client.connect()
  await client.query('create table if not exists written (at int primary key generated always as identity)')
  await client.query('insert into written default values')
  // Left open: the kill finds a session in the middle of a transaction.
  await client.query('begin; insert into written default values')
}
const { adopted, shared, admin } = server
process.stdout.write(`${JSON.stringify({ adopted, shared, host: admin.host })}\n`)
if (task === 'leave') process.exit(0)
if (task === 'stop') await server.stop()
else setInterval(() => undefined, 60_000)
