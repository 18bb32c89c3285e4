import { Decimal } from 'decimal.js'
import type { BatchResult, Statement } from '../db/batch.ts'
import { type Absent, noRows, nothingToDivideBy, notSetUp, notYetRecorded, tooFewCases } from './absence.ts'
import { statement } from './compile.ts'
import { type Arguments, countingFor, percentColumn, type Shape } from './shape.ts'
import type { Counted, Figure } from './figure.ts'
import { inputsOf, isDistinct } from './figure.ts'
import { schemaOf } from './hierarchy.ts'
import type { Figures } from './registry.ts'
import type { Asked } from './resolve.ts'

/** `exact` is what is computed with: a value that was rounded to be shown is never divided or subtracted. */
export type Evaluated = {
  readonly value: string | null
  readonly exact: Decimal | null
  readonly absent: Absent | null
  readonly rowCount: number
}
export type About = {
  readonly nodeName: string | null
  readonly moment: string | null
  readonly scopeNames: Readonly<Record<string, string>>
}
export type Answered = Evaluated & {
  readonly inputs: readonly Evaluated[]
  readonly known: bigint
  readonly about: About
}

export type Cursor = Pick<Arguments, 'afterDay' | 'afterRecord' | 'afterKey'>
/** What a statement is told beside the question: a page of rows, or several nodes. */
export type Told = Partial<Cursor & Pick<Arguments, 'limit' | 'nodes'>>
const untold = { afterDay: null, afterRecord: null, afterKey: null, limit: null, nodes: null }

/**
 * One statement of a figure, and the change number that its snapshot stood at.
 * @param counting the figures of the same rows that its answer is to serve
 * @param by the dimension whose records are the parts, where they are
 */
export async function ask(
  figures: Figures,
  asked: Asked,
  input: Counted,
  answer: Shape['answer'],
  told: Told = {},
  counting: readonly Counted[] = [input],
  by: string | null = null,
): Promise<{ result: Record<string, string | null>[]; known: bigint }> {
  const { shape, args } = shaped(figures, asked, input, answer, told, counting, by)
  // The current tables answer for the newest change, and say which it is; only an older one needs the views of the past.
  const current = named(await figures.database.query(asked.scope, statement(shape, args)))
  const head = BigInt(current[0]?.['head'] ?? '0')
  if (asked.known === null || asked.known >= head) return { result: current, known: head }
  return {
    result: named(
      await figures.database.query(asked.scope, statement({ ...shape, past: true }, args), asked.known),
    ),
    known: asked.known,
  }
}

/** What makes the statement, and what is bound to it. */
export function shaped(
  figures: Figures,
  asked: Asked,
  input: Counted,
  answer: Shape['answer'],
  told: Told = {},
  counting: readonly Counted[] = [input],
  by: string | null = null,
): { shape: Shape; args: Arguments } {
  const args: Arguments = {
    office: String(asked.scope.office),
    node: asked.node,
    asOf: asked.asOf,
    from: asked.period.from,
    through: asked.period.through,
    structureDay: asked.structureDay,
    kind: asked.kind,
    of: asked.of?.part ?? null,
    ...untold,
    ...told,
  }
  const shape: Shape = {
    rows: input.rows,
    hierarchy: asked.hierarchy,
    places: figures.place,
    past: false,
    structure: asked.structure,
    answer,
    ...countingFor(counting),
    ofKind: asked.kind !== null,
    by,
    of: asked.of?.dimension ?? null,
  }
  return { shape, args }
}

function named(result: BatchResult): Record<string, string | null>[] {
  return result.rows.map((row) =>
    Object.fromEntries(result.fields.map((field, index) => [field, row[index] ?? null])),
  )
}

/** The figure's value. All inputs are counted at one change, so that numerator and denominator belong together. */
export async function evaluate(figures: Figures, asked: Asked): Promise<Answered> {
  const inputs: Evaluated[] = []
  let { known } = asked
  let about: About | null = null
  for (const input of inputsOf(asked.figure)) {
    const { result, known: at } = await ask(figures, { ...asked, known }, input, 'value')
    known = at
    about ??= aboutOf(result[0] ?? {})
    inputs.push(await counted(figures, { ...asked, known }, input, result[0] ?? {}))
  }
  return { ...combine(asked.figure, inputs), inputs, known: known ?? 0n, about: about ?? aboutOf({}) }
}

/** What is said beside an answer that stands at a change. */
export async function askAbout(figures: Figures, asked: Asked): Promise<About> {
  const { result } = await ask(figures, asked, inputsOf(asked.figure)[0] as Counted, 'about')
  return aboutOf(result[0] ?? {})
}

function aboutOf(row: Record<string, string | null>): About {
  const moment = row['known_moment'] ?? null
  return {
    nodeName: row['node_name'] ?? null,
    moment: moment === null ? null : new Date(moment).toISOString(),
    scopeNames: JSON.parse(row['scope_names'] ?? '{}') as Record<string, string>,
  }
}

/** One counted input of the asked node; where it has no rows it is asked whether anything was recorded at all. */
export async function counted(
  figures: Figures,
  asked: Asked,
  input: Counted,
  row: Record<string, string | null>,
  isRecorded = () => recorded(figures, asked, input.rows.record),
): Promise<Evaluated> {
  if (casesIn(input, row) === 0) {
    if (!(await isRecorded())) return missing(notYetRecorded, 0)
    const { needs } = input.rows
    if (needs && !(await recorded(figures, asked, needs.record))) return missing(notSetUp(needs.absent), 0)
  }
  return evaluated(input, row)
}

/** One counted group of rows; a mean or a percentile of none has no value. */
export function evaluated(input: Counted, row: Record<string, string | null>): Evaluated {
  const rowCount = casesIn(input, row)
  const exact = measured(input, row)
  if (exact === null) return missing(noRows, rowCount)
  if (!('measure' in input) && rowCount < (input.leastCases ?? 0))
    return missing(tooFewCases(input, input.leastCases ?? 0), rowCount)
  return { value: rounded(exact, input.decimals), exact, absent: null, rowCount }
}

const casesIn = (input: Counted, row: Record<string, string | null>): number =>
  Number((isDistinct(input) ? row['keys'] : row['rows']) ?? 0)

const missing = (absent: Absent, rowCount: number): Evaluated => ({
  value: null,
  exact: null,
  absent,
  rowCount,
})

/** The exact value of one counted group; null where there is nothing to divide by or to rank. */
function measured(input: Counted, row: Record<string, string | null>): Decimal | null {
  const rows = row['rows'] ?? '0'
  if (input.kind === 'mean') return rows === '0' ? null : units(row['amount'], input.scale).div(rows)
  if (input.kind === 'percentile') {
    const amount = row[percentColumn(input.percent)] ?? null
    return amount === null ? null : units(amount, input.scale)
  }
  if (input.measure.by === 'count') return new Decimal(rows)
  if (input.measure.by === 'distinct') return new Decimal(row['keys'] ?? '0')
  return units(row['amount'], input.measure.scale)
}

const units = (amount: string | null | undefined, scale: number) =>
  new Decimal(amount ?? '0').div(new Decimal(10).pow(scale))

/** Half up, as the definitions say; what rounds to zero has no sign. */
export function rounded(value: Decimal, decimals: number): string {
  return value.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP).toFixed(decimals)
}

/** From the exact values of its inputs, rounded once. */
export function combine(figure: Figure, inputs: readonly Evaluated[]): Evaluated {
  const [first, second] = inputs as [Evaluated, Evaluated?]
  if (!second) return first
  const rowCount = first.rowCount + second.rowCount
  const absent = first.absent ?? second.absent
  if (absent || first.exact === null || second.exact === null) return missing(absent ?? noRows, rowCount)
  if (figure.kind === 'ratio' || figure.kind === 'share') {
    const { leastCases = 0 } = figure
    if (second.exact.isZero()) return missing(nothingToDivideBy, rowCount)
    if (second.rowCount < leastCases) return missing(tooFewCases(figure, leastCases), rowCount)
  }
  const exact =
    figure.kind === 'difference' ? first.exact.minus(second.exact) : first.exact.times(100).div(second.exact)
  return { value: rounded(exact, figure.decimals), exact, absent: null, rowCount }
}

/** Whether anything of the kind was recorded at all by then: before the first recording nothing is known, not zero. */
export async function recorded(figures: Figures, asked: Asked, record: string): Promise<boolean> {
  if (asked.known === 0n) return false
  const { scope, known } = asked
  const result = await figures.database.query(scope, recordedStatement(asked, record), known ?? undefined)
  return result.rows[0]?.[0] === 't'
}

export function recordedStatement(
  { scope, known }: Pick<Asked, 'scope' | 'known'>,
  record: string,
): Statement {
  const [schema, name] = record.split('.') as [string, string]
  // A record that went elsewhere has its header there; the spells that it spent here stay.
  const table = `${schemaOf(schema, known)}.${name}_spell`
  const text = `select exists (select from ${table} where office_id = $1::int) as recorded`
  return { name: `recorded ${table}`, text, values: [String(scope.office)] }
}
