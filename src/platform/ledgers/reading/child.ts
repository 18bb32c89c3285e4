import { once } from 'node:events'
import { Refusal } from '../../refusal.ts'
import { type Frame, frameLine } from './frame.ts'
import { readFile } from './read-file.ts'
import { damaged } from './refusals.ts'

// No file may leave anything behind for the next one.
for (const one of [Object, Array]) Object.freeze(one.prototype)

const heartbeat = 500

/** The reading process: takes files from standard input, says frames on standard output, and has nothing else. */
async function main(): Promise<void> {
  for await (const { name, bytes } of received()) {
    let last = Date.now()
    const working = () => {
      if (Date.now() - last < heartbeat) return
      last = Date.now()
      process.stdout.write(frameLine({ kind: 'working' }))
    }
    try {
      for await (const frame of readFile(bytes, name, working)) await say(frame)
    } catch (error) {
      await say(refusalOf(error))
    }
  }
}

/** For each file a line of JSON that says its name and its length, then its bytes. */
async function* received(): AsyncGenerator<{ name: string; bytes: Buffer }> {
  let pieces: Buffer[] = []
  let held = 0
  let head: { name: string; length: number } | null = null
  for await (const piece of process.stdin as AsyncIterable<Buffer>) {
    pieces.push(piece)
    held += piece.length
    if (!head) {
      const whole = Buffer.concat(pieces)
      const end = whole.indexOf(10)
      if (end < 0) continue
      head = JSON.parse(whole.toString('utf8', 0, end)) as { name: string; length: number }
      pieces = [whole.subarray(end + 1)]
      held = whole.length - end - 1
    }
    if (held < head.length) continue
    const bytes = Buffer.concat(pieces)
    const { name } = head
    pieces = []
    held = 0
    head = null
    yield { name, bytes }
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

await main()
