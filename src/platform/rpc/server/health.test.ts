import { fastify, type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DiskRoom } from '../../db/disk-room.ts'
import { boxDatabase } from '../../testing/box.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { serveHealth } from './health.ts'

let database: TestDatabase
let app: FastifyInstance
let room: DiskRoom
let free = 10
beforeAll(async () => {
  database = await boxDatabase()
  room = new DiskRoom(async () => free, 10, 3_600_000)
  app = fastify()
  serveHealth(app, { ...database, room })
})
afterAll(async () => {
  room.close()
  await app.close()
})

const ask = async (path: string) => {
  const { statusCode, body } = await app.inject(path)
  return [statusCode, JSON.parse(body)]
}

test('it is ready as long as there is room to write', async () => {
  await room.look()
  expect(await ask('/health/ready')).toEqual([200, { ready: true, wanting: [] }])
  free = 9
  await room.look()
  expect(await ask('/health/ready')).toEqual([503, { ready: false, wanting: ['disk'] }])
  expect(await ask('/health/live')).toEqual([200, { live: true }])
  free = 10
  await room.look()
  expect(await ask('/health/ready')).toEqual([200, { ready: true, wanting: [] }])
})

test('without its database it lives, and is not ready', async () => {
  await database.drop()
  await expect
    .poll(() => ask('/health/ready'), { timeout: 10_000 })
    .toEqual([503, { ready: false, wanting: ['database'] }])
  expect(await ask('/health/live')).toEqual([200, { live: true }])
})
