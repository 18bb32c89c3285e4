import { expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import { type UndoJob, UndoJobs } from './undo-jobs.ts'
import type { UndoRequest } from './undo-request.ts'

const limits = { jobs: 3, atWork: 2, minutes: 60 }
const request = (id: string, more: Partial<UndoRequest> = {}): UndoRequest => ({
  id,
  reason: '导错了文件',
  seen: 'digest',
  key: `key-of-${id}`,
  ...more,
})
const goesOn = async () => undefined
const ends = async (job: UndoJob) => {
  job.view = { ...job.view, state: 'stopped' }
}

test('the same request joins the one at work; any other for that import is refused, another import is not', () => {
  const jobs = new UndoJobs(limits)
  const job = jobs.begin('a', 1, request('x'), 7, goesOn)
  expect(job.view).toEqual({ id: 'x', state: 'undoing', handled: 0, total: 7, undo: null, message: null })
  expect(jobs.begin('a', 1, request('x'), 7, goesOn)).toBe(job)
  for (const [owner, asked] of [
    ['b', request('x')],
    ['a', request('x', { key: 'another-key' })],
    ['a', request('x', { reason: '另一理由' })],
    ['a', request('x', { seen: 'other' })],
  ] as const)
    expect(() => jobs.begin(owner, 1, asked, 7, goesOn)).toThrow(
      expect.objectContaining({ code: 'CONFLICT' }),
    )
  expect(jobs.begin('a', 1, request('y'), 7, goesOn)).not.toBe(job)
})

test('an undoing is its owner’s alone, in its own office', () => {
  const jobs = new UndoJobs(limits)
  const job = jobs.begin('a', 1, request('x'), 7, goesOn)
  expect(jobs.find('x', 'a', 1)).toBe(job)
  for (const [id, owner, office] of [
    ['x', 'b', 1],
    ['x', 'a', 2],
    ['y', 'a', 1],
  ] as const)
    expect(jobs.find(id, owner, office)).toBeNull()
})

test('one that has ended may be asked for anew, and is forgotten when it is told or after its time', () => {
  let now = 0
  const jobs = new UndoJobs(limits, () => now)
  const ended = jobs.begin('a', 1, request('x'), 7, ends)
  const anew = jobs.begin('a', 1, request('x'), 7, ends)
  expect(anew).not.toBe(ended)
  jobs.forget(ended)
  expect(jobs.find('x', 'a', 1)).toBe(anew)
  jobs.forget(anew)
  expect(jobs.find('x', 'a', 1)).toBeNull()
  jobs.begin('a', 1, request('y'), 7, ends)
  jobs.begin('a', 1, request('z'), 7, goesOn)
  now = 61 * 60_000
  expect([jobs.find('y', 'a', 1), jobs.find('z', 'a', 1)?.view.state]).toEqual([null, 'undoing'])
})

test('only so many are at work, and only so many are kept, the oldest going first', () => {
  const jobs = new UndoJobs(limits)
  for (const id of ['1', '2', '3', '4', '5']) jobs.begin('a', 1, request(id), 7, ends)
  expect(jobs.size).toBe(3)
  expect(jobs.find('5', 'a', 1)).not.toBeNull()
  for (const id of ['x', 'y']) jobs.begin('a', 1, request(id), 7, goesOn)
  expect(() => jobs.begin('b', 2, request('z'), 7, goesOn)).toThrow(
    expect.objectContaining({ code: 'TOO_MANY' }),
  )
  expect(jobs.size).toBe(3)
})

test('it has ended when what it runs has', async () => {
  const work = Promise.withResolvers<void>()
  const job = new UndoJobs(limits).begin('a', 1, request('x'), 7, async (begun) => {
    await work.promise
    begun.refused = new Refusal('STALE', text('旧', 'old'))
  })
  expect(job.refused).toBeNull()
  work.resolve()
  await job.ended
  expect(job.refused?.code).toBe('STALE')
})
