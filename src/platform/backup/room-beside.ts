import { statfs } from 'node:fs/promises'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import type { Manifest } from './manifest.ts'

const megabyte = 1024 * 1024
/** What replaying and the server of the new data directory write beyond the files of the backup, in bytes. */
const besides = 256 * megabyte

/**
 * The office works on beside what is being built, so the disk must hold both.
 * @throws Refusal UNAVAILABLE with both figures
 */
export async function refuseWithoutRoom({ files }: Manifest, folder: string): Promise<void> {
  const needed = files.reduce((sum, { size }) => sum + size, besides)
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  if (free >= needed) return
  const [want, have] = [needed, free].map((bytes) => Math.ceil(bytes / megabyte))
  throw new Refusal(
    'UNAVAILABLE',
    text(
      `磁盘空间不足：在 ${folder} 旁边重建需要约${want} MB，现有${have} MB。请先腾出空间。现有数据未动。`,
      `There is too little room: building beside in ${folder} takes some ${want} MB, and ${have} MB are free. Make room first. The present data was not touched.`,
    ),
    { folder, needed, free },
  )
}
