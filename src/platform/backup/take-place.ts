import { mkdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative } from 'node:path'
import * as z from 'zod'
import { hasErrorCode } from '../db/server/has-error-code.ts'
import { withProcessLock } from '../db/server/process-lock.ts'
import { syncFolder, writeWhole } from './durable.ts'

const noteSchema = z.object({
  /** Names beside the data directory. */
  draft: z.string(),
  aside: z.string().nullable(),
  /** Where the backups lie within the data directory, whichever it is; null where they lie outside. */
  backups: z.string().nullable(),
})
type Note = z.output<typeof noteSchema>

const noteOf = (root: string) => `${root}.taking-place`

/**
 * Puts what was built in the place of the data directory, and what is there aside. Written down first: before that the old is whole,
 * from then on the new, and {@link settlePlace} ends what a kill interrupts. Both servers are at rest and nobody starts one.
 * Answers where what was there lies now.
 */
export async function takePlace(
  draft: string,
  { root, backups }: { readonly root: string; readonly backups: string },
  occupied: boolean,
): Promise<string | null> {
  const stamp = new Date().toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '')
  const within = relative(root, backups)
  const note: Note = {
    draft: basename(draft),
    aside: occupied ? `${basename(root)}.before-${stamp}` : null,
    backups: within.startsWith('..') || isAbsolute(within) ? null : within,
  }
  await writeWhole(noteOf(root), `${JSON.stringify(note)}\n`)
  try {
    await goOn(root, note)
  } catch (error) {
    // A data directory that is a disk of its own cannot be renamed: then it stays, as if nothing had been begun.
    if ((await there(draft)) && (await isBack(root, note))) await forget(root)
    throw error
  }
  return note.aside && join(dirname(root), note.aside)
}

/** Whether something is on its way into the place of the data directory: nothing of it may be removed then. */
export const isTakingPlace = (root: string): Promise<boolean> => there(noteOf(root))

/** Ends what a kill interrupted while something took its place. Answers whether there was such a thing. */
export async function settlePlace(root: string): Promise<boolean> {
  if (!(await there(noteOf(root)))) return false
  return await withProcessLock(`restore ${root}`, Buffer.from('xiaoma'), async () => {
    const content = await readFile(noteOf(root), 'utf8').catch((error: unknown) => {
      if (hasErrorCode(error, 'ENOENT')) return null
      throw error
    })
    if (content === null) return false
    await goOn(root, noteSchema.parse(JSON.parse(content)))
    return true
  })
}

/** Each step is done once, however often it is begun. */
async function goOn(root: string, { draft, aside, backups }: Note): Promise<void> {
  const beside = dirname(root)
  if (await there(join(beside, draft))) {
    // Whatever came into an empty one since it was looked at is nothing that may be removed.
    if (aside === null) await passOver(rmdir(root), 'ENOENT')
    else if (!(await there(join(beside, aside)))) await rename(root, join(beside, aside))
    await rename(join(beside, draft), root)
  }
  if (aside !== null && backups !== null) {
    await mkdir(dirname(join(root, backups)), { recursive: true, mode: 0o700 })
    // Where backups came with the restored data, or theirs are a disk of its own, the old ones stay in what was set aside.
    await passOver(rename(join(beside, aside, backups), join(root, backups)), 'ENOENT', ...inTheWay)
    await syncFolder(dirname(join(root, backups)))
  }
  await syncFolder(beside)
  await forget(root)
}

/** Whether all is as it was before: what was set aside is back, whatever else lies at its place. */
async function isBack(root: string, { aside }: Note): Promise<boolean> {
  if (aside === null) return await there(root)
  const path = join(dirname(root), aside)
  if (!(await there(root))) await rename(path, root).catch(() => undefined)
  return (await there(root)) && !(await there(path))
}

const inTheWay = ['ENOTEMPTY', 'EEXIST', 'EBUSY', 'EXDEV']

async function passOver(step: Promise<void>, ...codes: readonly string[]): Promise<void> {
  await step.catch((error: unknown) => {
    if (!hasErrorCode(error, ...codes)) throw error
  })
}

async function forget(root: string): Promise<void> {
  await rm(noteOf(root), { force: true })
  await syncFolder(dirname(root))
}

const there = async (path: string) => (await stat(path).catch(() => undefined)) !== undefined
