import type { Reader } from '../db/transaction.ts'
import type { AttributeSpell } from '../timeline/timeline.ts'
import { fieldOf, type RecordType } from './record-type.ts'
import type { HeaderValues, RecordsEngine } from './records-engine.ts'

type Titled = {
  readonly id: string
  readonly header: HeaderValues
  readonly spells: readonly AttributeSpell[]
}

/** What a record is called, by its own words: an erased name leaves its natural key. A title that names another record is that one's id. */
export function titleIn(type: RecordType, { header, spells }: Omit<Titled, 'id'>): string {
  const values: HeaderValues = { ...spells.at(-1)?.attributes, ...header }
  const title = values[type.title]
  if (typeof title === 'string') return title
  return type.naturalKey.map((key) => values[key] ?? '').join(' ')
}

/** What records are called as they would stand, stored or not: where the title names another record, by that one's title. */
export async function titlesIn(
  engine: Pick<RecordsEngine, 'types' | 'titlesOf'>,
  reader: Reader<unknown>,
  type: RecordType,
  records: readonly Titled[],
): Promise<ReadonlyMap<string, string>> {
  const own = new Map(records.map((record) => [record.id, titleIn(type, record)]))
  const field = fieldOf(type, type.title)
  if (field.kind !== 'reference') return own
  const target = engine.types.get(field.to) as RecordType
  const named = await engine.titlesOf(reader, target, [...own.values()])
  return new Map([...own].map(([id, to]) => [id, named.get(to) ?? '']))
}
