import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { dirname } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

export type ArchiveOptions = {
  readonly signal: AbortSignal
  /** Bytes taken in so far, before they are compressed. */
  readonly onBytes: (bytes: number) => void
}

/** Packs a folder under its own name into a `.tar.gz` that every account can read once unpacked. */
export async function writeArchive(
  folder: string,
  name: string,
  target: string,
  { signal, onBytes }: ArchiveOptions,
): Promise<void> {
  const options = [
    '--create',
    '--sort=name',
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    '--mode=u=rwX,go=rX',
  ]
  const tar = spawn('tar', [...options, '--directory', dirname(folder), name], {
    signal,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(tar, 'close')
  // An end by the signal is told by the pipeline as well.
  ended.catch(() => undefined)
  let bytes = 0
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      onBytes(bytes)
      done(null, chunk)
    },
  })
  await pipeline(tar.stdout, count, createGzip(), createWriteStream(target, { mode: 0o644 }), { signal })
  const [code] = (await ended) as [number | null]
  if (code !== 0) throw new Error(`tar ended with ${code}`)
}
