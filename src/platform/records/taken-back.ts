import { type Reader, type Writer, write } from '../db/transaction.ts'
import type { Records } from './records.ts'
import { readerOf } from './engine.ts'
import type { Asking } from './write-change.ts'

/** Carries an answer out of a transaction that keeps nothing. */
class TakenBack<Answer> extends Error {
  readonly answer: Answer
  constructor(answer: Answer) {
    super('taken back')
    this.answer = answer
  }
}

/** Does an act in full, answers what it found, and takes it back: a preview that cannot differ from the act. */
export async function takenBack<Answer>(
  records: Records,
  asking: Asking,
  reason: string | null,
  act: (writer: Writer<unknown>, reader: Reader<unknown>) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await write<unknown, never>(
      records.database,
      { ...asking, kind: 'event', reason },
      async (writer) => {
        throw new TakenBack(await act(writer, readerOf(writer)))
      },
    )
  } catch (error) {
    if (error instanceof TakenBack) return (error as TakenBack<Answer>).answer
    throw error
  }
}
