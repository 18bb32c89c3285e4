import { type Reader, read } from '../db/transaction.ts'
import type { Scope } from '../db/scope.ts'
import { resolveNode } from '../figures/hierarchy.ts'
import { isNumberField } from '../records/number-field.ts'
import { rangeWords, readRange } from '../records/number-range.ts'
import { labelWithUnit } from '../records/number-words.ts'
import { foundRecords, headOf, listed, type Question } from '../records/list.ts'
import { fieldOf, type RecordField, type RecordType } from '../records/record-type.ts'
import { behaviourNamed, type Records } from '../records/records.ts'
import { showValues } from '../records/shown-values.ts'
import { Refusal } from '../refusal.ts'
import { type Language, say, type Text, text } from '../text.ts'
import { today } from '../values/day.ts'
import { numbersAmong } from './ledger.ts'
import { type CountedFile, CountedWorkbook, type ExportedBy, type Fact } from './counted-workbook.ts'

export type ListExport = Omit<ExportedBy, 'on'> & {
  readonly question: Question
  /** The keys of the columns in sight beside the name and the dates. */
  readonly columns: readonly string[]
  readonly language: Language
  /** Null: read the present rows. */
  readonly known: bigint | null
}
export type ExportedList = CountedFile & { readonly name: string }

const together = 500

/**
 * Writes a list into a workbook file exactly as it is shown: the same records in the same order and columns. The cover says the
 * filter in words. Personal values are masked in it.
 * @throws Refusal INVALID for a column that a list does not show; Error where the lines are not as many as the records
 */
export async function exportList(
  records: Records,
  scope: Scope,
  asked: ListExport,
  path: string,
): Promise<ExportedList> {
  const { question, language, known } = asked
  const behaviour = behaviourNamed(records, question.type)
  const { type } = behaviour
  const asOf = question.asOf ?? today()
  const columns = columnsOf(type, asked.columns)
  return await read<unknown, ExportedList>(
    records.database,
    scope,
    async (reader) => {
      const found = await foundRecords(records, reader, behaviour, question, asOf)
      const headings = [
        fieldOf(type, type.title).label,
        ...columns.map(labelWithUnit),
        from,
        ...(question.all ? [to] : []),
      ].map((label) => say(label, language))
      const numbers = numbersAmong([null, ...columns])
      const workbook = new CountedWorkbook({
        path,
        language,
        made: { ...asked, on: today() },
        title: type.plural,
        headings,
        numbers,
      })
      for (let at = 0; at < found.length; at += together) {
        const batch = await listed(records, reader, type, found.slice(at, at + together))
        await workbook.add(
          batch.map((record) => [
            record.title,
            ...columns.map(({ key }) => {
              const shown = record.values[key]?.shown
              return shown ? say(shown, language) : (record.values[key]?.value ?? '')
            }),
            record.from,
            ...(question.all ? [record.to ?? ''] : []),
          ]),
        )
      }
      const place = question.node
        ? (await resolveNode(reader, records.place, question.node, asOf)).name
        : null
      const facts: Fact[] = [
        [text('列表', 'List'), say(type.plural, language)],
        [text('地点', 'Place'), place ?? say(text('权限范围内全部地点', 'All places in scope'), language)],
        [text('截至', 'As of'), asOf],
        [text('所知截至变更号', 'As known at change'), String(known ?? (await headOf(reader)))],
        ...(await filterInWords(records, reader, type, question, language)),
        [text('列', 'Columns'), headings.join(say(text('、', ', '), language))],
      ]
      const file = await workbook.finish(found.length, facts)
      return { ...file, name: [say(type.plural, language), ...(place ? [place] : []), asOf].join(' ') }
    },
    known,
  )
}

/** In the order of the list, whatever the order in which they were chosen. */
function columnsOf(type: RecordType, keys: readonly string[]): RecordField[] {
  const shown = [...type.attributes, ...type.header].filter((field) => field.key !== type.title)
  const unknown = keys.find((key) => !shown.some((field) => field.key === key))
  if (unknown !== undefined) throw new Refusal('INVALID', noColumn(unknown), { column: unknown })
  return shown.filter((field) => keys.includes(field.key))
}

/** What was looked for, each filter and the order, as the page says them. */
async function filterInWords(
  { engine }: Records,
  reader: Reader<unknown>,
  type: RecordType,
  { find, where, sort, descending, all }: Question,
  language: Language,
): Promise<Fact[]> {
  const filters: string[] = []
  for (const pair of where) {
    const at = pair.indexOf(':')
    const field = fieldOf(type, pair.slice(0, at))
    const values = pair
      .slice(at + 1)
      .split(',')
      .map((value) => ({ [field.key]: value }))
    const shown = await showValues(engine, reader, [field], values)
    const words = shown.map((one) =>
      say(rangeIn(field, one[field.key]?.value) ?? one[field.key]?.shown ?? none, language),
    )
    filters.push(`${say(field.label, language)}: ${words.join(say(text('、', ', '), language))}`)
  }
  const order = fieldOf(type, sort ?? (type.naturalKey[0] as string)).label
  return [
    [text('查找', 'Find'), find ?? say(none, language)],
    [text('筛选', 'Filters'), filters.join(say(text('；', '; '), language)) || say(none, language)],
    [
      text('范围', 'Which'),
      say(
        all
          ? text('含当日无效的', 'Also those not in force that day')
          : text('当日有效的', 'Those in force that day'),
        language,
      ),
    ],
    [
      text('排序', 'Sorted by'),
      `${say(order, language)} ${say(descending ? text('降序', 'descending') : text('升序', 'ascending'), language)}`,
    ],
  ]
}

/** A filter on a number holds a range, no value. */
function rangeIn(field: RecordField, value: string | null | undefined): Text | null {
  if (!isNumberField(field) || !value) return null
  const range = readRange(field.kind, value)
  return range && rangeWords(field.kind, range)
}

const none = text('无', 'None')
const from = text('有效自', 'In force from')
const to = text('至', 'Until')
const noColumn = (key: string) => text(`列表没有“${key}”这一列。`, `A list has no column “${key}”.`)
