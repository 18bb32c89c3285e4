import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { textFile } from '../testing/workbook.ts'
import type { Frame } from './frame.ts'
import { Places } from './places.ts'
import { framesOf, type ProcessLimits } from './reading-process.ts'

const program = (name: string) => join(import.meta.dirname, 'testing', `${name}.ts`)
const file = textFile('代码,名称\n1,a\n')

async function gather(
  limits: Partial<ProcessLimits> & { program?: string },
  signal?: AbortSignal,
): Promise<Frame[]> {
  const frames: Frame[] = []
  for await (const frame of framesOf(file, signal, limits)) frames.push(frame)
  return frames
}

test('a process that works without end is stopped, and the refusal says so', async () => {
  await expect(gather({ program: program('hang'), silentWork: 500 })).rejects.toMatchObject({
    code: 'INVALID',
    words: { zh: expect.stringContaining('用时过长') },
  })
})

test('a process that does nothing is stopped', async () => {
  await expect(gather({ program: program('sleep'), silence: 300 })).rejects.toMatchObject({
    words: { zh: expect.stringContaining('用时过长') },
  })
})

test('a process that works without a word is not taken for one that does nothing, however slow the machine', async () => {
  expect(await gather({ program: program('toil'), silence: 500 })).toEqual([])
})

test('a process that takes too much memory is stopped', async () => {
  await expect(gather({ program: program('swell'), memoryBytes: 200_000_000 })).rejects.toMatchObject({
    words: { zh: expect.stringContaining('内存过多') },
  })
})

test('a process that dies is a refusal', async () => {
  await expect(gather({ program: program('die') })).rejects.toMatchObject({
    code: 'INVALID',
    words: { zh: expect.stringContaining('意外结束') },
  })
})

test('a process that cannot even begin is a refusal', async () => {
  await expect(gather({ program: program('none') })).rejects.toMatchObject({ code: 'INVALID' })
})

test('an aborted reading ends its process at once', async () => {
  const stop = new AbortController()
  const reading = gather({ program: program('sleep') }, stop.signal)
  await setTimeout(50)
  stop.abort(new Error('no longer wanted'))
  await expect(reading).rejects.toThrow('no longer wanted')
})

test('a process may read the program and nothing else, start nothing, and sees nothing of ours', async () => {
  expect(await gather({ program: program('reach') })).toEqual([{ kind: 'book', sheets: [] }])
})

test('a process that read its file well reads the next one', async () => {
  const one = await gather({})
  expect(one.map(({ kind }) => kind)).toEqual(['book', 'sheet', 'rows'])
  expect(await gather({})).toEqual(one)
})

test('a few work at once, the others wait in their order, and one that is stopped waits no longer', async () => {
  const places = new Places(2)
  const first = await places.take()
  const second = await places.take()
  const seen: string[] = []
  const stop = new AbortController()
  const third = places.take(stop.signal).catch(() => seen.push('third gave up'))
  const fourth = places.take().then((leave) => {
    seen.push('fourth')
    return leave
  })
  await setTimeout(10)
  expect(seen).toEqual([])
  stop.abort()
  await third
  first()
  first()
  ;(await fourth)()
  second()
  expect(seen).toEqual(['third gave up', 'fourth'])
  await Promise.all([places.take(), places.take()])
})
