import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { type BringUp, type BroughtUp, bringUp } from './bring-up.ts'
import { pruneServerLog } from './server-log-files.ts'

/** Starts the server again whenever it ends by itself, at growing intervals up to 5 s, until the signal. */
export async function supervise(first: BroughtUp, options: BringUp): Promise<void> {
  const { placement, signal } = options
  const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
  const pruning = setInterval(
    () => void pruneServerLog(placement.logDirectory).catch(() => undefined),
    3_600_000,
  )
  pruning.unref()
  let current: BroughtUp | undefined = first
  for (let pause = 100; !signal.aborted; ) {
    if (current) {
      await Promise.race([current.ended, aborted])
      pause = 100
    }
    if (signal.aborted) break
    current = await again(options)
    if (current) continue
    await Promise.race([sleep(pause, undefined, { ref: false }), aborted])
    pause = Math.min(pause * 2, 5000)
  }
  clearInterval(pruning)
}

async function again(options: BringUp): Promise<BroughtUp | undefined> {
  options.log(
    text('数据库意外停止，正在重新启动。', 'The database stopped unexpectedly and is being started again.'),
  )
  try {
    return await bringUp(options)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    if (!options.signal.aborted) {
      options.log(error instanceof Refusal ? error.words : text(`数据库无法启动：${reason}`, reason))
    }
    return undefined
  }
}
