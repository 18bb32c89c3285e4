import { join } from 'node:path'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import type { ErrorsToTell } from './error-workbook.ts'
import type { WorkbookFile } from './reading/open-workbook.ts'
import { framesOf } from './reading/reading-process.ts'

/** A workbook is held whole in order to be written again, which takes more than reading it line by line. */
const limits = { silentWork: 120_000, work: 120_000, heapMegabytes: 1_500, memoryBytes: 2_200_000_000 }

/**
 * The uploaded file with its errors beside the lines, made in a process of its own: the server opens nothing that was sent.
 * @throws Refusal INVALID where the file is too large for it
 */
export async function fileWithErrors(file: WorkbookFile, told: ErrorsToTell): Promise<File> {
  const program = join(import.meta.dirname, 'errors-child.ts')
  const pieces: Buffer<ArrayBuffer>[] = []
  let made = { name: file.name, type: '' }
  try {
    for await (const frame of framesOf(file, undefined, { ...limits, program, told })) {
      if (frame.kind === 'made') made = frame
      if (frame.kind === 'piece') pieces.push(Buffer.from(frame.base64, 'base64'))
    }
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal('INVALID', tooLarge, { ...error.data, file: file.name })
    throw error
  }
  return new File(pieces, made.name, { type: made.type })
}

const tooLarge = text(
  '这个文件太大，不能把错误写进文件。请按页面上列出的错误改正。',
  'This file is too large for its errors to be written into it. Correct it by the list on the page.',
)
