import { isNumberField, type NumberKind } from '../records/number-field.ts'
import { labelWithUnit } from '../records/number-words.ts'
import type { RecordAct, RecordField, RecordType } from '../records/record-type.ts'
import { type Text, text } from '../text.ts'
import { foldCode, foldText } from './fold.ts'
import { headingKey } from './heading-key.ts'

/** What a workbook needs to know of a field beyond its declaration. */
export type LedgerField = {
  /** A code: full-width characters and spaces are folded. Or a folding of its own. */
  readonly fold?: 'code' | ((value: string) => string)
  /** What is wrong with a folded value and what to do, or null. */
  readonly check?: (value: string) => Text | null
  /** Headings under which offices keep this column in workbooks of their own, with commas: offered, never taken without asking. */
  readonly also?: Text
}

export type LedgerDeclaration = {
  readonly id: string
  readonly type: RecordType
  /** The name of the sheet, in either language. */
  readonly sheet: Text
  /** The act by which a line begins a record; the type’s first where it is not said. */
  readonly begins?: string
  readonly dayColumns: { readonly begins: Text; readonly ends?: Text }
  /** The document of the founding; 文号 where it is not said. */
  readonly documentColumn?: Text
  /** As {@link LedgerField.also}, for the days and the document. */
  readonly also?: Readonly<Partial<Record<'begins' | 'ends' | 'document', Text>>>
  /** The keys of all fields, in the order of the columns; the days and the document follow. */
  readonly columns: readonly string[]
  readonly fields?: Readonly<Record<string, LedgerField>>
  readonly notes?: readonly Text[]
}

export type LedgerColumn = {
  readonly key: string
  readonly heading: Text
  readonly required: boolean
  readonly example: string
  readonly fold: (value: string) => string
  readonly check: ((value: string) => Text | null) | null
  readonly also: readonly string[]
} & (
  | { readonly role: 'header' | 'attribute'; readonly field: RecordField }
  | { readonly role: 'begins' | 'ends' | 'document'; readonly field: null }
)

/** The workbook form of a record type: what its template, import and export follow from. */
export type Ledger = {
  readonly id: string
  readonly type: RecordType
  readonly sheet: Text
  readonly notes: readonly Text[]
  readonly columns: readonly LedgerColumn[]
  readonly begins: RecordAct
  readonly ends: RecordAct | null
}

const exampleDay = '2018-06-30'
const defaultDocument = text('文号', 'Document number')

/** @throws Error where the declaration leaves out a field, names one twice, or gives two columns one heading. */
export function defineLedger(declaration: LedgerDeclaration): Ledger {
  const { id, type, sheet, dayColumns, also = {} } = declaration
  const wrong = (words: string) => new Error(`ledger ${id}: ${words}`)
  const begins = type.acts.find(
    (act) => act.effect === 'begins' && act.kind === (declaration.begins ?? act.kind),
  )
  if (!begins) throw wrong('no act begins a record')
  const ends = type.acts.find((act) => act.effect === 'ends') ?? null
  if ((ends === null) !== (dayColumns.ends === undefined)) throw wrong('the end column does not fit the acts')
  const every = [...type.header, ...type.attributes].map((field) => field.key)
  const unsaid = every.filter((key) => declaration.columns.filter((column) => column === key).length !== 1)
  if (unsaid.length > 0 || declaration.columns.length !== every.length)
    throw wrong(`columns and fields differ ${unsaid.join(', ')}`)
  const unset = type.attributes.filter((field) => !begins.sets.includes(field.key))
  if (unset.length > 0)
    throw wrong(`${begins.kind} does not set ${unset.map((field) => field.key).join(', ')}`)

  const columns = [
    ...declaration.columns.map((key) => fieldColumn(type, key, declaration.fields?.[key] ?? {})),
    lifeColumn('begins', dayColumns.begins, true, exampleDay, also.begins),
    ...(dayColumns.ends ? [lifeColumn('ends', dayColumns.ends, false, '', also.ends)] : []),
    lifeColumn('document', declaration.documentColumn ?? defaultDocument, false, '', also.document),
  ]
  const headings = columns.flatMap((column) => [
    ...new Set([headingKey(column.heading.zh), headingKey(column.heading.en)]),
  ])
  if (new Set(headings).size !== headings.length) throw wrong('two columns share a heading')
  return { id, type, sheet, notes: declaration.notes ?? [], columns, begins, ends }
}

function fieldColumn(type: RecordType, key: string, more: LedgerField): LedgerColumn {
  const fixed = type.header.find((field) => field.key === key)
  const field = fixed ?? (type.attributes.find((candidate) => candidate.key === key) as RecordField)
  return {
    key,
    role: fixed ? 'header' : 'attribute',
    field,
    heading: field.heading ?? labelWithUnit(field),
    required: field.required,
    example: field.example ?? '',
    fold: typeof more.fold === 'function' ? more.fold : more.fold === 'code' ? foldCode : foldText,
    check: more.check ?? null,
    also: namesIn(more.also),
  }
}

function lifeColumn(
  role: 'begins' | 'ends' | 'document',
  heading: Text,
  required: boolean,
  example: string,
  also?: Text,
): LedgerColumn {
  return {
    key: role,
    role,
    field: null,
    heading,
    required,
    example,
    fold: foldText,
    check: null,
    also: namesIn(also),
  }
}

export function columnOf(ledger: Ledger, key: string): LedgerColumn {
  const column = ledger.columns.find((candidate) => candidate.key === key)
  if (!column) throw new Error(`ledger ${ledger.id} has no column ${key}`)
  return column
}

/** The columns, from 0, whose cells hold numbers that can be added up. */
export const numbersAmong = (fields: readonly (RecordField | null)[]): ReadonlyMap<number, NumberKind> =>
  new Map(fields.flatMap((field, at) => (isNumberField(field) ? [[at, field.kind]] : [])))

const namesIn = (also: Text | undefined): string[] =>
  [also?.zh, also?.en].flatMap((words) => words?.split(/[、,]\s*/) ?? [])
