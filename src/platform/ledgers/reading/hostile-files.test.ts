import { expect, test } from 'vitest'
import { Refusal } from '../../refusal.ts'
import { readSheets } from '../read-sheets.ts'
import { hostileFiles } from '../testing/hostile-files.ts'

const mostMemory = 50_000_000

test.each(Object.entries(hostileFiles))('%s', async (_name, { name = 'x.xlsx', bytes: make, says }) => {
  const file = { name, bytes: make() }
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  const outcome = await readSheets(file).catch((error: unknown) => error)
  const grown = process.memoryUsage().rss - before
  if (says) {
    expect(outcome).toBeInstanceOf(Refusal)
    expect((outcome as Refusal).code).toBe('INVALID')
    expect((outcome as Refusal).words.zh).toMatch(says)
    expect((outcome as Refusal).words.zh).toMatch(/请/)
  } else {
    expect(outcome).toBeInstanceOf(Array)
    expect(JSON.stringify(outcome)).not.toContain('root:')
  }
  expect(grown).toBeLessThan(mostMemory)
})
