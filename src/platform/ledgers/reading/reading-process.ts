import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { type Frame, parseFrame } from './frame.ts'
import { processLimits as limits } from './limits.ts'

const project = resolve(import.meta.dirname, '../../../..')
const program = join(import.meta.dirname, 'child.ts')

type Child = ChildProcessByStdio<Writable, Readable, Readable>
export type ProcessLimits = { readonly [Key in keyof typeof limits]: number }

/**
 * A process of its own for one file: it may read the program and nothing else, start nothing, and has no environment of ours.
 * Yields its frames as fast as they are taken; ends it however the reading ends.
 * @throws Refusal INVALID where it refuses the file, dies, falls silent or asks for too much
 */
export async function* framesOf(
  file: { readonly name: string; readonly bytes: Uint8Array },
  signal: AbortSignal | undefined,
  { program: entry = program, ...own }: Partial<ProcessLimits> & { program?: string } = {},
): AsyncGenerator<Frame> {
  const bounds = { ...limits, ...own }
  const child = start(entry, bounds)
  const watch = new Watch(child, bounds, signal)
  try {
    send(child, file)
    for await (const line of linesOf(child, watch, bounds.frameBytes)) {
      const frame = parseFrame(line)
      if (frame.kind === 'working') continue
      if (frame.kind === 'refused')
        throw new Refusal('INVALID', frame.words, { ...frame.data, file: file.name })
      if (frame.kind === 'end') return
      yield frame
    }
    throw watch.why ?? new Refusal('INVALID', died, { file: file.name, said: watch.said })
  } finally {
    watch.end()
  }
}

function start(entry: string, bounds: ProcessLimits): Child {
  const limited = [
    '--permission',
    `--allow-fs-read=${project}/*`,
    `--max-old-space-size=${bounds.heapMegabytes}`,
  ]
  const child = spawn(process.execPath, [...limited, '--disable-warning=ExperimentalWarning', entry], {
    stdio: ['pipe', 'pipe', 'pipe'],
    cwd: project,
    env: { TZ: 'UTC', LANG: 'C.UTF-8' },
  })
  // What a dying process does not take or say shows in its end.
  child.on('error', () => undefined)
  child.stdin.on('error', () => undefined)
  child.stdout.on('error', () => undefined)
  return child
}

function send(child: Child, { name, bytes }: { name: string; bytes: Uint8Array }): void {
  child.stdin.write(`${JSON.stringify({ name: name.toWellFormed(), length: bytes.length })}\n`)
  child.stdin.end(bytes)
}

async function* linesOf(child: Child, watch: Watch, longest: number): AsyncGenerator<string> {
  let pieces: Buffer[] = []
  let held = 0
  const source = child.stdout[Symbol.asyncIterator]()
  for (;;) {
    watch.waits()
    const next = (await source.next()) as IteratorResult<Buffer>
    watch.heard()
    if (next.done || watch.why) return
    let piece = next.value
    for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10)) {
      yield Buffer.concat([...pieces, piece.subarray(0, end)]).toString('utf8')
      pieces = []
      held = 0
      piece = piece.subarray(end + 1)
    }
    pieces.push(piece)
    held += piece.length
    if (held > longest) throw new Refusal('INVALID', tooMuch)
  }
}

/** Ends a process that takes too long or too much, or whose work is no longer wanted; `why` then says so. */
class Watch {
  why: Error | null = null
  said = ''
  readonly #child: Child
  readonly #bounds: ProcessLimits
  readonly #signal: AbortSignal | undefined
  readonly #looking: NodeJS.Timeout
  #waitsSince: number | null = null
  #workAtWord = 0

  constructor(child: Child, bounds: ProcessLimits, signal: AbortSignal | undefined) {
    this.#child = child
    this.#bounds = bounds
    this.#signal = signal
    this.#looking = setInterval(() => this.#look(), 100)
    signal?.addEventListener('abort', this.#stopped, { once: true })
    if (signal?.aborted) this.#stopped()
    child.stderr.on('data', (piece: Buffer) => {
      this.said = `${this.said}${piece.toString('utf8')}`.slice(-2_000)
    })
  }

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
    this.#child.kill('SIGKILL')
    for (const stream of [this.#child.stdin, this.#child.stdout, this.#child.stderr]) stream.destroy()
  }

  readonly #stopped = (): void => this.#kill(this.#signal?.reason as Error)

  #look(): void {
    const { work, resident } = usageOf(this.#child.pid)
    if (resident > this.#bounds.memoryBytes) this.#kill(new Refusal('INVALID', tooMuch))
    const silentWork = work - this.#workAtWord
    const silence = this.#waitsSince === null ? 0 : performance.now() - this.#waitsSince
    if (silentWork > this.#bounds.silentWork || work > this.#bounds.work || silence > this.#bounds.silence)
      this.#kill(new Refusal('INVALID', tooSlow))
  }

  #kill(why: Error): void {
    this.why ??= why
    this.#child.kill('SIGKILL')
  }
}

const page = 4_096
const tick = 10

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

const died = text(
  '读取这个文件的进程意外结束，没有读到任何内容。文件可能已经损坏或者过大，请在 Excel 或 WPS 中打开后另存为 .xlsx，再重新上传。',
  'The process that read this file ended unexpectedly; nothing was read. The file may be damaged or too large: open it in Excel or WPS, save it as .xlsx and upload it again.',
)
const tooSlow = text(
  '读取这个文件用时过长，已经停止，没有读到任何内容。请删去多余内容或者拆分后重新上传。',
  'Reading this file took too long and was stopped; nothing was read. Delete what is not needed, or split it.',
)
const tooMuch = text(
  '读取这个文件占用内存过多，已经停止，没有读到任何内容。请删去多余内容或者拆分后重新上传。',
  'Reading this file took too much memory and was stopped; nothing was read. Delete what is not needed, or split it.',
)
