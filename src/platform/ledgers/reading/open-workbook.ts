import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import type { Frame, FrameRow, SheetFacts } from './frame.ts'
import { readingLimits } from './limits.ts'
import { framesOf } from './reading-process.ts'

export type WorkbookFile = { readonly name: string; readonly bytes: Uint8Array }

/** A sheet and its lines as they arrive; those not taken before the next sheet are let go. */
export type OpenSheet = { readonly facts: SheetFacts; readonly rows: AsyncGenerator<FrameRow> }
export type OpenWorkbook = {
  readonly sheets: readonly SheetFacts[]
  /** The visible sheets that hold anything. */
  readonly filled: AsyncGenerator<OpenSheet>
}

/**
 * Opens a workbook (.xlsx, .xls) or a text file (CSV in UTF-8, UTF-16 or GB 18030) in a process of its own and gives it to
 * `take`. The server neither unpacks nor parses it, and holds no more than a batch of its lines.
 * @throws Refusal INVALID for a file that cannot be read, may do harm or is beyond all bounds
 */
export async function openWorkbook<Result>(
  file: WorkbookFile,
  signal: AbortSignal | undefined,
  take: (workbook: OpenWorkbook) => Promise<Result>,
): Promise<Result> {
  if (file.bytes.length > readingLimits.bytes) throw new Refusal('INVALID', tooLarge(file.bytes.length))
  const frames = framesOf(file, signal)
  try {
    const first = await frames.next()
    if (first.done || first.value.kind !== 'book') throw new Error('a workbook did not begin with its sheets')
    return await take({ sheets: first.value.sheets, filled: sheetsIn(first.value.sheets, frames) })
  } finally {
    await frames.return(undefined)
  }
}

async function* sheetsIn(
  sheets: readonly SheetFacts[],
  frames: AsyncGenerator<Frame>,
): AsyncGenerator<OpenSheet> {
  let ahead = await frames.next()
  while (!ahead.done) {
    const facts = ahead.value.kind === 'sheet' ? sheets[ahead.value.index] : undefined
    ahead = await frames.next()
    if (!facts) continue
    yield { facts, rows: rowsIn() }
  }

  async function* rowsIn(): AsyncGenerator<FrameRow> {
    for (; !ahead.done && ahead.value.kind === 'rows'; ahead = await frames.next()) yield* ahead.value.rows
  }
}

const tooLarge = (bytes: number) =>
  text(
    `文件有 ${Math.ceil(bytes / 1_000_000)} MB，超过 ${readingLimits.bytes / 1_000_000} MB，请拆分后导入。`,
    `The file has ${Math.ceil(bytes / 1_000_000)} MB, more than ${readingLimits.bytes / 1_000_000} MB: split it.`,
  )
