import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp, open, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { randomFrom } from '../../demo/random.ts'
import { type Book, emptyBook } from '../../src/app/testing/kills/book.ts'
import { judgeRecords } from '../../src/app/testing/kills/judge.ts'
import { foundSmallOffice, type SmallOffice } from '../../src/app/testing/kills/office.ts'
import { establish, type Ground } from '../../src/app/testing/kills/record-writes.ts'
import { makeInstallation } from '../../src/app/testing/installation.ts'
import { startProgram } from '../../src/app/testing/started-program.ts'
import type { Answer } from '../../src/app/testing/client.ts'

/**
 * A program whose whole disk is a small one in memory, filled up beneath it: first to below the reserve, then, with the reserve
 * switched off, to the last byte. Tells what writes and reads are answered, how soon, and how soon all goes on once there is room.
 */
const size = 500
const megabyte = 1024 * 1024

if (process.getuid?.() !== 0) throw new Error('Only root can mount a small disk.')
const mount = await mkdtemp(join(tmpdir(), 'xiaoma-disk-'))
execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}m,mode=755`, 'tmpfs', mount])
process.env['TMPDIR'] = mount
const filler = join(mount, 'filler')

async function fillUpTo(left: number): Promise<void> {
  const { bavail, bsize } = await statfs(mount)
  const file = await open(filler, 'a')
  const block = Buffer.alloc(megabyte)
  try {
    for (let room = bavail * bsize - left; room > 0; room -= megabyte)
      await file.write(block, 0, Math.min(room, megabyte))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    await file.close()
  }
}

type Told = { readonly answer: Answer; readonly ms: number }
async function timed(ask: () => Promise<Answer>): Promise<Told> {
  const begin = performance.now()
  const answer = await ask()
  return { answer, ms: performance.now() - begin }
}
const tell = (what: string, { answer, ms }: Told) => {
  const words = (answer.body['data'] as { words?: { en: string } } | undefined)?.words?.en ?? ''
  console.log(`${what}: ${answer.status} ${words} (${ms.toFixed(0)} ms)`)
}

/** Writes one organisation after the other until one is refused; what was acknowledged stands in the book. */
class Office {
  readonly office: SmallOffice
  readonly book: Book = emptyBook()
  made = 0
  constructor(office: SmallOffice) {
    this.office = office
  }
  async write(): Promise<Told> {
    const code = `F${(this.made += 1)}`
    const write = establish(this.book, randomFrom(this.made).pick(this.office.grounds) as Ground, code)
    const told = await timed(() => write.send(this.office.client))
    if (told.answer.status === 200) write.land(told.answer, String(told.answer.body['version']))
    return told
  }
  read = () =>
    timed(() => this.office.client.get('/figures/organisation.community_organisations?asOf=2020-12-31'))
  async until(status: (code: number) => boolean): Promise<{ told: Told; seconds: number; writes: number }> {
    const begin = performance.now()
    for (let writes = 1; ; writes += 1) {
      const told = await this.write()
      if (status(told.answer.status)) return { told, seconds: (performance.now() - begin) / 1000, writes }
      if (performance.now() - begin > 300_000) throw new Error('nothing changed in five minutes')
      if (told.answer.status !== 200) await sleep(50)
    }
  }
}

async function phase(name: string, reserve: string, left: number): Promise<void> {
  console.log(`\n${name}`)
  const installation = await makeInstallation()
  await chmod(mount, 0o755)
  const env = { ...installation.env, XIAOMA_DISK_RESERVE: reserve, XIAOMA_BACKUP_AT: 'off' }
  const program = await startProgram({ env })
  try {
    const office = new Office(await foundSmallOffice(installation, program.url))
    tell('a write with room', await office.write())
    await fillUpTo(left)
    const refused = await office.until((status) => status !== 200)
    tell(`the first refused write (after ${refused.writes - 1} more)`, refused.told)
    tell('the next', await office.write())
    tell('a read meanwhile', await office.read())
    const ready = await fetch(`${program.url}/health/ready`)
    console.log(`/health/ready: ${ready.status} ${await ready.text()}`)
    await rm(filler)
    const again = await office.until((status) => status === 200)
    console.log(
      `room again: writing goes on after ${again.seconds.toFixed(2)} s, without a restart of the program`,
    )
    await judgeRecords(office.office, office.book, () => true)
    console.log(`${office.book.kept.size} acknowledged writes, all of them there`)
    if ((await program.stop()) !== 0) throw new Error(program.said.stderr)
  } finally {
    await program.kill()
    await installation.remove()
    await rm(filler, { force: true })
  }
}

try {
  await phase('below the reserve (64 MB)', '64', 32 * megabyte)
  await phase('to the last byte, the reserve switched off', '0', 0)
} finally {
  execFileSync('umount', ['-l', mount])
  await rm(mount, { recursive: true, force: true })
}
