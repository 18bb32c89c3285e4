import fc from 'fast-check'
import { expect, test } from 'vitest'
import { QueueFull, WorkQueue } from './work-queue.ts'

test('never more than two at once, all that were taken run in order, and the surplus is refused at once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 12 }), fc.scheduler(), async (jobs, scheduler) => {
      const queue = new WorkQueue(2, 5)
      let running = 0
      let most = 0
      const begun: number[] = []
      const all = Array.from({ length: jobs }, (_, job) =>
        queue.run(async () => {
          begun.push(job)
          most = Math.max(most, ++running)
          await scheduler.schedule(Promise.resolve())
          running -= 1
          if (job % 3 === 0) throw new Error('a failing job frees its place')
        }),
      )
      const settled = Promise.allSettled(all)
      await scheduler.waitFor(settled)
      const results = await settled
      expect(results.filter((r) => r.status === 'rejected' && r.reason instanceof QueueFull)).toHaveLength(
        Math.max(0, jobs - 7),
      )
      expect(begun).toEqual(Array.from({ length: Math.min(jobs, 7) }, (_, job) => job))
      expect(most).toBeLessThanOrEqual(2)
      await expect(queue.run(async () => 'free again')).resolves.toBe('free again')
    }),
  )
})
