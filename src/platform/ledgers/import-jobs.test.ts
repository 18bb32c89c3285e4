import { expect, test } from 'vitest'
import { ImportJobs, type KeptJob } from './import-jobs.ts'

const limits = { jobs: 4, perOwner: 2, minutes: 60 }
const idle = (jobs: ImportJobs, owner: string) => {
  const job = jobs.start(owner, 1, 'l', 'x.xlsx')
  job.view = { ...job.view, state: 'checked' }
  return job.view.id
}

test('a job is its owner’s alone, in its own office', () => {
  const jobs = new ImportJobs(limits)
  const id = idle(jobs, 'a')
  expect(jobs.find(id, 'a', 1)?.view.id).toBe(id)
  for (const [owner, office] of [
    ['b', 1],
    ['a', 2],
  ] as const) {
    expect(jobs.find(id, owner, office)).toBeNull()
  }
})

test('the oldest idle job makes room; jobs at work are never thrown out', () => {
  let now = 0
  const jobs = new ImportJobs(limits, () => (now += 1))
  const first = idle(jobs, 'a')
  const second = idle(jobs, 'a')
  const third = idle(jobs, 'a')
  expect(jobs.find(first, 'a', 1)).toBeNull()
  ;(jobs.find(second, 'a', 1) as KeptJob).view.state = 'writing'
  ;(jobs.find(third, 'a', 1) as KeptJob).view.state = 'reading'
  expect(() => jobs.start('a', 1, 'l', 'x')).toThrow(expect.objectContaining({ code: 'TOO_MANY' }))
  idle(jobs, 'b')
  idle(jobs, 'c')
  idle(jobs, 'd')
  expect(jobs.size).toBe(4)
})

test('an idle job is forgotten after its time', () => {
  let now = 0
  const jobs = new ImportJobs(limits, () => now)
  const id = idle(jobs, 'a')
  const busy = jobs.start('b', 1, 'l', 'x').view.id
  now = 61 * 60_000
  expect(jobs.find(id, 'a', 1)).toBeNull()
  expect(jobs.find(busy, 'b', 1)).not.toBeNull()
})
