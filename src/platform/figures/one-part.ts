import type { Scope } from '../db/scope.ts'
import { read } from '../db/transaction.ts'
import type { RecordType } from '../records/record-type.ts'
import { Refusal } from '../refusal.ts'
import { type Text, text } from '../text.ts'
import type { Day } from '../values/day.ts'
import { hiddenRecord, hiddenWords, noRecord, recordsNamed } from './named-record.ts'
import type { Figures } from './registry.ts'
import type { RowDimension } from './row-set.ts'

/** A part of a dimension: the rows that name one record, none, or one that the caller may not see. */
export type OnePart = {
  readonly dimension: string
  readonly part: string
  readonly of: Text
  readonly label: Text
}

type Moment = { readonly scope: Scope; readonly known: bigint | null; readonly day: Day }

/**
 * The part that is written `<dimension>:<part>`, where the part is a record's id or what it is entered by, or `none`, or `hidden`.
 * @throws Refusal INVALID for another dimension, NOT_FOUND for an unknown record or one out of sight (the same words)
 */
export async function onePart(
  figures: Figures,
  { scope, known, day }: Moment,
  dimensions: Readonly<Record<string, RowDimension>>,
  written: string,
): Promise<OnePart> {
  const at = written.indexOf(':')
  const [dimension, part] = [written.slice(0, at), written.slice(at + 1)]
  const declared = Object.hasOwn(dimensions, dimension) ? dimensions[dimension] : undefined
  if (!declared) throw new Refusal('INVALID', noDimension(written), { of: written })
  const { label: of, none, record } = declared
  if (part === noRecord) return { dimension, part, of, label: none }
  if (part === hiddenRecord) return { dimension, part, of, label: hiddenWords }
  const type = figures.engine.types.get(record) as RecordType
  const [found] = await read(
    figures.database,
    scope,
    (reader) => recordsNamed(reader, type, day, [part], false),
    known,
  )
  if (!found) throw new Refusal('NOT_FOUND', noRecordNamed(of, part), { of: written })
  return { dimension, part: found.id, of, label: text(found.title, found.title) }
}

const noDimension = (written: string) =>
  text(
    `该指标不能按“${written}”筛选，请写作“分组:代码”，分组须是该指标所有的。`,
    `This figure cannot be narrowed to “${written}”. Write dimension:code, with a dimension that it has.`,
  )
const noRecordNamed = (of: Text, part: string) =>
  text(
    `${of.zh}中没有找到“${part}”，或者不在您的管辖范围内。请核对代码。`,
    `“${part}” (${of.en}) is not there, or is outside your places. Check the code.`,
  )
