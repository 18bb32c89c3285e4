import { type Kysely, sql } from 'kysely'
import type { Scope } from '../db/scope.ts'
import { read } from '../db/transaction.ts'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import { type Day, firstOfYear, isDay, today } from '../values/day.ts'
import type { Question } from './contract.ts'
import { type Figure, kindsOf, recordDimensionsOf, takes } from './figure.ts'
import { type OnePart, onePart } from './one-part.ts'
import { type Hierarchy, resolveNode, uuid } from './hierarchy.ts'
import { type Figures, onLine } from './registry.ts'

/** A question whose words have been made exact. `known` null: now, whatever change that is when the statement runs. */
export type Asked = {
  readonly figure: Figure
  readonly scope: Scope
  readonly along: 'place' | 'line'
  readonly hierarchy: Hierarchy
  readonly node: string
  readonly asOf: Day
  readonly period: { readonly from: Day; readonly through: Day }
  readonly structure: 'then' | 'today'
  readonly structureDay: Day
  readonly known: bigint | null
  /** Rows of this kind alone; null: of every kind. */
  readonly kind: string | null
  /** Rows of this part of a dimension alone; null: of every part. */
  readonly of: OnePart | null
}

/** @throws Refusal INVALID for a question the figure cannot answer, NOT_FOUND for an unknown or invisible node or record. */
export async function resolveQuestion(
  figures: Figures,
  scope: Scope,
  figure: Figure,
  question: Omit<Question, 'figure'>,
): Promise<Asked> {
  const { along = 'place', kind = null } = question
  assertAnswerable(figure, along, kind)
  const now = today()
  const { period = { from: firstOfYear(question.asOf ?? now), through: question.asOf ?? now } } = question
  if (period.through < period.from) throw new Refusal('INVALID', emptyPeriod, period)
  const asOf =
    question.asOf ?? (takes(figure) === 'asOf' ? (question.period?.through ?? now) : period.through)
  const hierarchy = along === 'place' ? figures.place : figures.line
  const known = await resolveKnown(figures, scope, question.knownAt)
  const structureDay = question.structureDay ?? now
  const structure = question.structure ?? 'then'
  const node = uuid.test(question.node ?? '')
    ? (question.node as string)
    : (
        await read<unknown, { id: string }>(
          figures.database,
          scope,
          (reader) =>
            resolveNode(reader, hierarchy, question.node, structure === 'then' ? asOf : structureDay),
          known,
        )
      ).id
  const of =
    question.of === undefined
      ? null
      : await onePart(
          figures,
          { scope, known, day: takes(figure) === 'asOf' ? asOf : period.through },
          recordDimensionsOf(figure),
          question.of,
        )
  return { figure, scope, along, hierarchy, node, asOf, period, structure, structureDay, known, kind, of }
}

/** @throws Refusal INVALID for a figure without rows along the tree, or without the kind */
export function assertAnswerable(figure: Figure, along: Asked['along'], kind: string | null): void {
  if (along === 'line' && !onLine(figure)) throw new Refusal('INVALID', noLine, { figure: figure.id })
  if (kind !== null && !(kind in kindsOf(figure)))
    throw new Refusal('INVALID', noKind(kind), { figure: figure.id, kind })
}

/** A change number stays; a moment or a day (its end, in Shanghai) becomes the newest change recorded by then. @throws Refusal INVALID */
export async function resolveKnown(
  figures: Pick<Figures, 'database'>,
  scope: Scope,
  knownAt: string | undefined,
): Promise<bigint | null> {
  if (knownAt === undefined) return null
  if (/^\d+$/.test(knownAt)) return BigInt(knownAt)
  const moment =
    knownAt.length === 10
      ? `${knownAt}T23:59:59.999999+08:00`
      : knownAt.includes('T') && !/(Z|[+-]\d\d:\d\d)$/.test(knownAt)
        ? `${knownAt}+08:00`
        : knownAt
  if (!isDay(knownAt.slice(0, 10)) || Number.isNaN(Date.parse(moment)))
    throw new Refusal('INVALID', noMoment(knownAt), { field: 'knownAt', value: knownAt })
  return await read<unknown, bigint>(figures.database, scope, async (reader) => {
    const { rows } = await sql<{ n: bigint }>`select coalesce(max(change_no), 0) as n from platform.change
      where office_id = ${scope.office} and recorded_at <= ${moment}::timestamptz`.execute(
      reader.db as Kysely<unknown>,
    )
    return (rows[0] as { n: bigint }).n
  })
}

const noMoment = (value: string) =>
  text(
    `没有“${value}”这个时刻，请按“年-月-日”填写。`,
    `There is no moment “${value}”. Write it as year-month-day.`,
  )
const noKind = (kind: string) => text(`该指标没有“${kind}”这一类别。`, `This figure has no kind “${kind}”.`)
const noLine = text(
  '该指标不能按组织隶属统计，请改按地点统计。',
  'This figure cannot be counted along the line of organisations. Count it by place.',
)
const emptyPeriod = text(
  '期间的结束日期早于开始日期，请更正。',
  'The period ends before it begins. Correct the dates.',
)
