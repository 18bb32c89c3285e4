import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import type { processLimits } from './limits.ts'

type Bounds = { readonly [Key in keyof typeof processLimits]: number }

const lookEvery = 100
const page = 4_096
const tick = 10

/** Ends a process that takes too long or too much, or whose work is no longer wanted; `why` then says so. */
export class ProcessWatch {
  why: Error | null = null
  readonly #child: ChildProcess
  readonly #bounds: Bounds
  readonly #signal: AbortSignal | undefined
  readonly #looking: NodeJS.Timeout
  readonly #workBefore: number
  #workAtWord: number
  #waitsSince: number | null = null
  #workSeen = 0

  constructor(child: ChildProcess, bounds: Bounds, signal: AbortSignal | undefined) {
    this.#child = child
    this.#bounds = bounds
    this.#signal = signal
    this.#workBefore = usageOf(child.pid).work
    this.#workAtWord = this.#workBefore
    this.#looking = setInterval(() => this.#look(), lookEvery)
    signal?.addEventListener('abort', this.#stopped, { once: true })
    if (signal?.aborted) this.#stopped()
  }

  /** Its next word is waited for; between words nobody takes them, and its time stands still. */
  waits(): void {
    this.#waitsSince = performance.now()
  }

  heard(): void {
    this.#waitsSince = null
    this.#workAtWord = usageOf(this.#child.pid).work
  }

  end(): void {
    clearInterval(this.#looking)
    this.#signal?.removeEventListener('abort', this.#stopped)
  }

  readonly #stopped = (): void => this.#kill(this.#signal?.reason as Error)

  #look(): void {
    const { work, resident } = usageOf(this.#child.pid)
    if (resident > this.#bounds.memoryBytes) this.#kill(new Refusal('INVALID', tooMuch))
    // Who works without a word is not stuck, however slowly a busy machine lets them: their work has limits of its own.
    if (work > this.#workSeen && this.#waitsSince !== null) this.waits()
    this.#workSeen = work
    const silence = this.#waitsSince === null ? 0 : performance.now() - this.#waitsSince
    if (
      work - this.#workAtWord > this.#bounds.silentWork ||
      work - this.#workBefore > this.#bounds.work ||
      silence > this.#bounds.silence
    )
      this.#kill(new Refusal('INVALID', tooSlow))
  }

  #kill(why: Error): void {
    this.why ??= why
    this.#child.kill('SIGKILL')
  }
}

/** Milliseconds of work and resident bytes of a process: on a busy machine time passes without any work (proc(5)). */
function usageOf(pid: number | undefined): { work: number; resident: number } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [user = 0, system = 0, resident = 0] = [fields[11], fields[12], fields[21]]
    return { work: (user + system) * tick, resident: resident * page }
  } catch {
    return { work: 0, resident: 0 }
  }
}

const tooSlow = text(
  '读取这个文件用时过长，已经停止，没有读到任何内容。请删去多余内容或者拆分后重新上传。',
  'Reading this file took too long and was stopped; nothing was read. Delete what is not needed, or split it.',
)
export const tooMuch = text(
  '读取这个文件占用内存过多，已经停止，没有读到任何内容。请删去多余内容或者拆分后重新上传。',
  'Reading this file took too much memory and was stopped; nothing was read. Delete what is not needed, or split it.',
)
