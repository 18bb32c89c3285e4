import { CompiledQuery } from 'kysely'
import { type Reader, read } from '../db/transaction.ts'
import { type CountedFile, CountedWorkbook, type ExportedBy } from '../ledgers/counted-workbook.ts'
import { type Language, say } from '../text.ts'
import { answerValue } from './answer.ts'
import { statement } from './compile.ts'
import { shaped } from './evaluate.ts'
import { exportCover } from './export-cover.ts'
import { columnsOf } from './export-columns.ts'
import { type Counted, inputsOf } from './figure.ts'
import { filledBy, optional } from './optional-columns.ts'
import type { Figures } from './registry.ts'
import type { Asked } from './resolve.ts'
import { amountHeading } from './row-words.ts'
import { figureRow, partOf, type Raw, sumOf, titlesIn } from './rows.ts'

export type RowsExport = ExportedBy & {
  readonly language: Language
  readonly part?: 'numerator' | 'denominator' | undefined
  /** For tests. */
  readonly linesPerSheet?: number
}

const together = '1000'

/**
 * Writes the rows that a figure counts into a workbook file, with the value and the question on its cover. The value is counted first and
 * its rows are read at the same change, a batch at a time from one statement, so that memory does not grow with them.
 * @throws Refusal as the figure's rows; Error where their count or sum is not that of the value
 */
export async function exportRows(
  figures: Figures,
  question: Asked,
  options: RowsExport,
  path: string,
): Promise<CountedFile> {
  const input = partOf(question, options.part)
  const value = await answerValue(figures, question, true)
  const asked: Asked = { ...question, known: BigInt(value.question.knownAt) }
  const part = value.inputs[inputsOf(asked.figure).indexOf(input)] ?? value
  return await read(
    figures.database,
    asked.scope,
    async (reader: Reader<unknown>) => {
      const rows = await openRows(figures, reader, asked, input)
      const columns = columnsOf(rows.filled, amountHeading(input))
      const { language, linesPerSheet } = options
      const headings = columns.map(({ heading }) => say(heading, language))
      const title = asked.figure.label
      const workbook = new CountedWorkbook({ path, language, made: options, title, headings, linesPerSheet })
      for await (const batch of rows.batches) {
        const titles = await titlesIn(figures, reader, input, batch)
        await workbook.add(
          batch.map((raw) => {
            const row = figureRow(input, raw, titles)
            return columns.map((column) => column.cell(row, language))
          }),
        )
      }
      const sum = sumOf(input, rows.amounts)
      if ('measure' in input && input.measure.by === 'sum' && part.value !== null && sum !== part.value)
        throw new Error(`${asked.figure.id}: the rows add up to ${sum}, the value is ${part.value}`)
      return await workbook.finish(part.rowCount, exportCover(value, part, sum, language))
    },
    asked.known,
  )
}

/** The statement of the rows behind a cursor, and what it holds in all. */
async function openRows(figures: Figures, reader: Reader<unknown>, asked: Asked, input: Counted) {
  const { shape, args } = shaped(figures, asked, input, 'rows')
  const { db, scope, known } = reader
  const run = async (text: string, values: readonly unknown[] = []) =>
    (await db.executeQuery<Raw>(CompiledQuery.raw(text, [...values]))).rows
  const [newest] = await run('select head::text as head from platform.office where office_id = $1', [
    scope.office,
  ])
  const past = known !== null && known < BigInt(newest?.['head'] ?? '0')
  const { text, values } = statement({ ...shape, past }, args)
  const [all] = await run(
    `select coalesce(sum(amount), 0)::text as amounts, ${optional.map((name) => `coalesce(bool_or(${filledBy[name]}), false)::text as ${name}`).join(', ')}
     from (${text}) every where record_id is not null`,
    values,
  )
  await run(
    `declare figure_rows no scroll cursor for select ${columns.map((name) => `${name}::text`).join(', ')} from (${text}) every
     where record_id is not null order by day, every.record_id, every.key`,
    values,
  )
  async function* batches() {
    for (;;) {
      const batch = await run(`fetch ${together} from figure_rows`)
      if (batch.length === 0) return
      yield batch
    }
  }
  return {
    amounts: all?.['amounts'] ?? '0',
    filled: new Set(optional.filter((name) => all?.[name] === 'true')),
    batches: batches(),
  }
}

const columns = [
  'record_id',
  'place_id',
  'on_date',
  'valid_from',
  'valid_to',
  'amount',
  'key',
  'kind',
  'times',
]
