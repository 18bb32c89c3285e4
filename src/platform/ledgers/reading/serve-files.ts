import { once } from 'node:events'
import { Refusal } from '../../refusal.ts'
import { type Frame, frameLine } from './frame.ts'
import { damaged } from './refusals.ts'

/** What a process is asked: a file, and whatever else its program wants to know. */
export type Asked = { readonly name: string; readonly bytes: Buffer; readonly told: unknown }

const heartbeat = 500

/** The whole of a process that works on files: takes them from standard input, says frames on standard output, and has nothing else. */
export async function serveFiles(
  work: (asked: Asked, working: () => void) => AsyncIterable<Frame>,
): Promise<void> {
  // No file may leave anything behind for the next one.
  for (const one of [Object, Array]) Object.freeze(one.prototype)
  for await (const asked of received()) {
    let last = Date.now()
    const working = () => {
      if (Date.now() - last < heartbeat) return
      last = Date.now()
      process.stdout.write(frameLine({ kind: 'working' }))
    }
    try {
      for await (const frame of work(asked, working)) await say(frame)
    } catch (error) {
      await say(refusalOf(error))
    }
  }
}

type Head = { name: string; length: number; told?: unknown }

/** For each file a line of JSON that says its name, its length and what else is asked, then its bytes. */
async function* received(): AsyncGenerator<Asked> {
  let pieces: Buffer[] = []
  let held = 0
  let head: Head | null = null
  for await (const piece of process.stdin as AsyncIterable<Buffer>) {
    pieces.push(piece)
    held += piece.length
    if (!head) {
      const whole = Buffer.concat(pieces)
      const end = whole.indexOf(10)
      if (end < 0) continue
      head = JSON.parse(whole.toString('utf8', 0, end)) as Head
      pieces = [whole.subarray(end + 1)]
      held = whole.length - end - 1
    }
    if (held < head.length) continue
    const bytes = Buffer.concat(pieces)
    const { name, told } = head
    pieces = []
    held = 0
    head = null
    yield { name, bytes, told }
  }
}

async function say(frame: Frame): Promise<void> {
  if (!process.stdout.write(frameLine(frame))) await once(process.stdout, 'drain')
}

/** The library's own errors, whatever their type, say that the file is not what it claims to be. */
function refusalOf(error: unknown): Frame {
  if (error instanceof Refusal) return { kind: 'refused', words: error.words, data: error.data, well: true }
  const cause = error instanceof Error ? error.message.slice(0, 300) : String(error)
  return { kind: 'refused', words: damaged, data: { cause }, well: false }
}
