import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { boxDatabase } from '../testing/box.ts'
import type { TestDatabase } from '../testing/database.ts'
import { diskReserve, DiskRoom, freeBytesAt } from './disk-room.ts'
import { read, write } from './transaction.ts'

const whole = { office: 1, places: 'all' } as const
const request = { scope: whole, actor: { id: 'test', name: 'test' }, kind: 'event' } as const
const reserve = 256 * 1024 * 1024

let database: TestDatabase
const rooms: DiskRoom[] = []
beforeAll(async () => {
  database = await boxDatabase()
})
afterEach(() => {
  for (const room of rooms.splice(0)) room.close()
})
afterAll(() => database.drop())

function roomOf(free: () => number): DiskRoom {
  const room = new DiskRoom(async () => free(), reserve, 3_600_000)
  rooms.push(room)
  return room
}
const headOf = async () =>
  (await database.query(whole, { name: 'head', text: 'select head from platform.office', values: [] })).rows

test('with little room nothing is written and everything is read; with room again writing goes on', async () => {
  let free = reserve
  const room = roomOf(() => free)
  const guarded = { ...database, room }
  const once = () => write(guarded, request, async ({ change }) => change)
  await room.look()
  expect(await once()).toBe(1n)
  free = reserve - 1
  await room.look()
  const refusal = await once().catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(Refusal)
  expect(refusal).toMatchObject({
    code: 'UNAVAILABLE',
    words: { zh: expect.stringContaining('剩余 255 MB'), en: expect.stringContaining('reading goes on') },
    data: { freeMegabytes: 255, neededMegabytes: 256 },
  })
  expect(await read(guarded, whole, async () => 'read')).toBe('read')
  expect(await headOf()).toEqual([['1']])
  free = reserve
  await room.look()
  expect(await once()).toBe(2n)
})

test('a disk that cannot be asked stops nobody', async () => {
  const room = roomOf(() => {
    throw new Error('no such folder')
  })
  await room.look()
  expect(() => room.refuseWhenLow()).not.toThrow()
})

test('the free space of a real disk is found, and the setting is a number of megabytes', async () => {
  expect(await freeBytesAt('/')()).toBeGreaterThan(0)
  expect(diskReserve({})).toBe(reserve)
  expect(diskReserve({ XIAOMA_DISK_RESERVE: '0' })).toBe(0)
  expect(() => diskReserve({ XIAOMA_DISK_RESERVE: 'much' })).toThrow(/XIAOMA_DISK_RESERVE/)
})
