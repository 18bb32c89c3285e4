import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { type Frame, parseFrame } from './frame.ts'
import { processLimits as limits } from './limits.ts'
import { Places } from './places.ts'
import { ProcessWatch, tooMuch } from './process-watch.ts'

const project = resolve(import.meta.dirname, '../../../..')
const ownProgram = join(import.meta.dirname, 'child.ts')

type Child = ChildProcessByStdio<Writable, Readable, Readable>
/** A process with what it has said; `files`: how many it has read. */
type Reader = { readonly child: Child; readonly lines: AsyncGenerator<string>; files: number; said: string }
export type ProcessLimits = { readonly [Key in keyof typeof limits]: number }
/** Another program than that which reads, with what it is told besides the file. */
export type OtherProgram = { readonly program?: string; readonly told?: unknown }

const places = new Places(limits.atOnce)

/** Processes that read their last file to its end and wait a moment for the next. */
const idle: Reader[] = []

/**
 * Gives a file to a reading process, which may read the program and nothing else, start nothing, and has no environment of ours;
 * few work at once, and others wait. Yields its frames as fast as they are taken. A process whose reading ends in any other way than well is ended.
 * @throws Refusal INVALID where it refuses the file, dies, falls silent or asks for too much
 */
export async function* framesOf(
  file: { readonly name: string; readonly bytes: Uint8Array },
  signal: AbortSignal | undefined,
  { program = ownProgram, told, ...own }: Partial<ProcessLimits> & OtherProgram = {},
): AsyncGenerator<Frame> {
  const bounds = { ...limits, ...own }
  const leave = await places.take(signal)
  const reader = (program === ownProgram && idle.pop()) || start(program, bounds)
  const watch = new ProcessWatch(reader.child, bounds, signal)
  let well = false
  try {
    reader.files += 1
    reader.child.stdin.write(
      `${JSON.stringify({ name: file.name.toWellFormed(), length: file.bytes.length, told })}\n`,
    )
    reader.child.stdin.write(file.bytes)
    for (;;) {
      watch.waits()
      const line = await reader.lines.next()
      watch.heard()
      if (line.done || watch.why) break
      const frame = parseFrame(line.value)
      if (frame.kind === 'working') continue
      well = frame.kind === 'end' || (frame.kind === 'refused' && frame.well)
      if (frame.kind === 'refused')
        throw new Refusal('INVALID', frame.words, { ...frame.data, file: file.name })
      if (frame.kind === 'end') return
      yield frame
    }
    throw watch.why ?? new Refusal('INVALID', died, { file: file.name, said: reader.said })
  } finally {
    watch.end()
    const fit = file.bytes.length <= limits.keptAfterBytes && reader.files < limits.filesEach
    if (well && fit && program === ownProgram) keep(reader)
    else {
      end(reader)
      // The next file need not wait for its process to begin.
      if (program === ownProgram && idle.length === 0) keep(start(ownProgram, limits))
    }
    leave()
  }
}

function start(program: string, bounds: ProcessLimits): Reader {
  const flags = [
    '--permission',
    // The data directory may lie in the project's folder too, and is none of its business.
    ...['src/*', 'node_modules/*', 'package.json'].map((path) => `--allow-fs-read=${project}/${path}`),
    `--max-old-space-size=${bounds.heapMegabytes}`,
    '--disable-proto=delete',
  ]
  const child = spawn(process.execPath, [...flags, program], {
    stdio: ['pipe', 'pipe', 'pipe'],
    cwd: project,
    env: { TZ: 'UTC', LANG: 'C.UTF-8' },
  })
  // What a dying process does not take or say shows in its end. It holds up nobody's exit, and ends with its input.
  for (const one of [child, child.stdin, child.stdout, child.stderr]) {
    one.on('error', () => undefined)
    ;(one as { unref?: () => void }).unref?.()
  }
  const reader: Reader = { child, lines: linesOf(child.stdout, bounds.frameBytes), files: 0, said: '' }
  child.stderr.on('data', (piece: Buffer) => {
    reader.said = `${reader.said}${piece.toString('utf8')}`.slice(-2_000)
  })
  return reader
}

function keep(reader: Reader): void {
  idle.push(reader)
  setTimeout(() => {
    const at = idle.indexOf(reader)
    if (at < 0) return
    idle.splice(at, 1)
    end(reader)
  }, limits.idle).unref()
}

function end({ child }: Reader): void {
  child.kill('SIGKILL')
  for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy()
}

async function* linesOf(source: Readable, longest: number): AsyncGenerator<string> {
  let pieces: Buffer[] = []
  let held = 0
  for await (const arrived of source as AsyncIterable<Buffer>) {
    let piece = arrived
    for (let stop = piece.indexOf(10); stop >= 0; stop = piece.indexOf(10)) {
      yield Buffer.concat([...pieces, piece.subarray(0, stop)]).toString('utf8')
      pieces = []
      held = 0
      piece = piece.subarray(stop + 1)
    }
    pieces.push(piece)
    held += piece.length
    if (held > longest) throw new Refusal('INVALID', tooMuch)
  }
}

const died = text(
  '读取这个文件的进程意外结束，没有读到任何内容。文件可能已经损坏或者过大，请在 Excel 或 WPS 中打开后另存为 .xlsx，再重新上传。',
  'The process that read this file ended unexpectedly; nothing was read. The file may be damaged or too large: open it in Excel or WPS, save it as .xlsx and upload it again.',
)
