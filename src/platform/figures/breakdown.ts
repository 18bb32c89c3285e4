import { type Kysely, sql } from 'kysely'
import { read } from '../db/transaction.ts'
import { Refusal } from '../refusal.ts'
import { type Text, text } from '../text.ts'
import { type Day, lastOfMonth } from '../values/day.ts'
import { monthsOf } from '../values/period.ts'
import { type Absent, holdsEverywhere } from './absence.ts'
import { type About, type Answered, ask, combine, type Evaluated, evaluate, evaluated } from './evaluate.ts'
import {
  type Counted,
  type Figure,
  inputsOf,
  isDistinct,
  kindsOf,
  recordDimensionsOf,
  takes,
} from './figure.ts'
import { schemaOf } from './hierarchy.ts'
import { hiddenRecord, hiddenWords, noRecord, recordsNamed } from './named-record.ts'
import type { RecordType } from '../records/record-type.ts'
import type { Figures } from './registry.ts'
import type { RowDimension } from './row-set.ts'
import type { Asked } from './resolve.ts'

export type Part = { key: string; label: Text; value: string | null; absent: Absent | null }
export type Breakdown = { parts: Part[]; note: Text | null; known: bigint; about: About }

/** `place`, `month`, `kind`, and those that its rows declare. */
export function dimensionsOf(figure: Figure): string[] {
  // What moves within the node moves into one of its parts: the parts are other questions than the whole.
  const moves = inputsOf(figure).some(({ rows }) => rows.moves)
  const kinds = Object.keys(kindsOf(figure)).length > 0
  return [
    ...(moves ? [] : ['place']),
    'month',
    ...(kinds ? ['kind'] : []),
    ...Object.keys(recordDimensionsOf(figure)),
  ]
}

/** A figure by the children of its node, by month, by its own kinds or by records that its rows name; each part counted as the whole is. */
export async function breakDown(figures: Figures, question: Asked, by: string): Promise<Breakdown> {
  const whole = await evaluate(figures, question)
  const asked = { ...question, known: whole.known }
  if (!dimensionsOf(asked.figure).includes(by))
    throw new Refusal('INVALID', by === 'place' ? noParts : noKinds, { by })
  const parts = by === 'month' ? await byMonth(figures, asked) : await grouped(figures, asked, by, whole)
  return { parts, note: noteOf(asked.figure, by), known: whole.known, about: whole.about }
}

async function grouped(figures: Figures, asked: Asked, by: string, whole: Answered): Promise<Part[]> {
  const inputs = inputsOf(asked.figure)
  const groups: Map<string, Record<string, string | null>>[] = []
  for (const input of inputs) {
    const { result } =
      by === 'place' || by === 'kind'
        ? await ask(figures, asked, input, by)
        : await ask(figures, asked, input, 'record', {}, [input], by)
    groups.push(new Map(result.filter((row) => row['rows'] !== null).map((row) => [row['part'] ?? '', row])))
  }
  const labels =
    by === 'kind'
      ? kindLabels(inputs[0] as Counted)
      : await (by === 'place' ? childrenOf : recordsOf)(figures, asked, groups, by)
  return [...labels].map(([key, label]) => {
    const values: Evaluated[] = inputs.map((input, index) =>
      holdsEverywhere(whole.inputs[index]?.absent)
        ? (whole.inputs[index] as Evaluated)
        : evaluated(input, groups[index]?.get(key) ?? {}),
    )
    const { value, absent } = combine(asked.figure, values)
    return { key, label, value, absent }
  })
}

const kindLabels = (input: Counted) => new Map(Object.entries(input.rows.kinds ?? {}))

const dayOf = ({ figure, asOf, period }: Asked) => (takes(figure) === 'asOf' ? asOf : period.through)

/** The dimension's records in force on the day, and those that rows name beside them; those that are none where they have rows. */
async function recordsOf(
  figures: Figures,
  asked: Asked,
  groups: readonly Map<string, unknown>[],
  by: string,
): Promise<Map<string, Text>> {
  const { record, none } = recordDimensionsOf(asked.figure)[by] as RowDimension
  const named = new Set(groups.flatMap((group) => [...group.keys()]))
  const found = await read(
    figures.database,
    asked.scope,
    (reader) =>
      recordsNamed(reader, figures.engine.types.get(record) as RecordType, dayOf(asked), [...named], true),
    asked.known,
  )
  const labels = new Map(found.map(({ id, title }) => [id, text(title, title)]))
  if (named.has(noRecord)) labels.set(noRecord, none)
  if (named.has(hiddenRecord)) labels.set(hiddenRecord, hiddenWords)
  return labels
}

/** The node's children on the day of the structure, and those that rows name beside them; the node itself where it has rows. */
async function childrenOf(
  figures: Figures,
  asked: Asked,
  groups: readonly Map<string, unknown>[],
): Promise<Map<string, Text>> {
  const { hierarchy } = asked
  const day = asked.structure === 'today' ? asked.structureDay : dayOf(asked)
  const named = [...new Set(groups.flatMap((group) => [...group.keys()]))].filter((label) => label !== '')
  const schema = schemaOf(hierarchy.schema, asked.known)
  const rows = await read(
    figures.database,
    asked.scope,
    async (reader) =>
      (
        await sql<{ label: string; name: string }>`select label, name from (
          select distinct on (h.label) h.label, s.name, ${sql.ref(hierarchy.code.on === 'spell' ? `s.${hierarchy.code.column}` : `h.${hierarchy.code.column}`)} as code
          from ${sql.table(`${schema}.${hierarchy.name}`)} h
          join ${sql.table(`${schema}.${hierarchy.name}_spell`)} s on s.office_id = h.office_id and s.record_id = h.id
          where h.office_id = ${asked.scope.office} and (h.label = any(${named}::text[])
            or (s.parent_id = ${asked.node} and s.valid_from <= ${day} and (s.valid_to is null or ${day} < s.valid_to)))
          order by h.label, s.valid_from desc) children order by code collate "C"`.execute(
          reader.db as Kysely<unknown>,
        )
      ).rows,
    asked.known,
  )
  const labels = new Map(rows.map((row) => [row.label, text(row.name, row.name)]))
  if (groups.some((group) => group.has(''))) labels.set('', itself)
  return labels
}

/** A stock at the end of each month, a flow within each month. */
async function byMonth(figures: Figures, asked: Asked): Promise<Part[]> {
  const parts: Part[] = []
  for (const month of monthsOf(asked.period)) {
    const first = `${month}-01` as Day
    const last = lastOfMonth(first)
    const from = first < asked.period.from ? asked.period.from : first
    const through = last < asked.period.through ? last : asked.period.through
    const { value, absent } = await evaluate(figures, { ...asked, asOf: through, period: { from, through } })
    parts.push({
      key: month,
      label: text(`${month.slice(0, 4)}年${Number(month.slice(5))}月`, month),
      value,
      absent,
    })
  }
  return parts
}

function noteOf(figure: Figure, by: string): Text | null {
  const distinct = inputsOf(figure).some(isDistinct)
  if (inputsOf(figure).length > 1 || figure.kind === 'mean' || figure.kind === 'percentile')
    return notAdditive
  if (distinct && by !== 'kind') return countedInSeveral
  if (by === 'month' && figure.kind === 'stock') return monthEnds
  return null
}

const itself = text('（本级）', '(itself)')
const noKinds = text('该指标不能这样分组。', 'This figure cannot be broken down like that.')
const noParts = text(
  '该指标统计进出本级的变动，不能分到下级。请选择下级地点或组织单独查看。',
  'This figure counts what came to the node or left it, which has no parts. Choose a node beneath it and ask there.',
)
const notAdditive = text(
  '比例、平均值和分位数不能相加，各部分与合计无加总关系。',
  'Ratios, means and percentiles do not add up: the parts do not sum to the whole.',
)
const countedInSeveral = text(
  '同一对象可能出现在多个部分，合计只计一次，故各部分之和可能大于合计。',
  'One thing may be in several parts and counts once in the whole, so the parts may sum to more.',
)
const monthEnds = text(
  '时点指标按各月末（末月按截止日）的数，不能跨月相加。',
  'A stock is shown at each month’s end (or the last day); it does not add up over months.',
)
