import { once } from 'node:events'
import { Refusal } from '../../refusal.ts'
import { type Frame, frameLine } from './frame.ts'
import { readFile } from './read-file.ts'
import { damaged } from './refusals.ts'

const heartbeat = 500

/** The reading process: takes a file from standard input, says frames on standard output, and has nothing else. */
async function main(): Promise<void> {
  const { name, bytes } = await received()
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

/** A line of JSON that says the name and the length, then the bytes. */
async function received(): Promise<{ name: string; bytes: Buffer }> {
  const pieces: Buffer[] = []
  for await (const piece of process.stdin) pieces.push(piece as Buffer)
  const whole = Buffer.concat(pieces)
  const end = whole.indexOf(10)
  const { name, length } = JSON.parse(whole.toString('utf8', 0, end)) as { name: string; length: number }
  const bytes = whole.subarray(end + 1)
  if (bytes.length !== length) throw new Error('the file did not arrive whole')
  return { name, bytes }
}

async function say(frame: Frame): Promise<void> {
  if (!process.stdout.write(frameLine(frame))) await once(process.stdout, 'drain')
}

/** The library's own errors, whatever their type, say that the file is not what it claims to be. */
function refusalOf(error: unknown): Frame {
  if (error instanceof Refusal) return { kind: 'refused', words: error.words, data: error.data }
  const cause = error instanceof Error ? error.message.slice(0, 300) : String(error)
  return { kind: 'refused', words: damaged, data: { cause } }
}

await main()
