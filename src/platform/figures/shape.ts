import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../values/day.ts'
import { type Counted, isDistinct, type Percent } from './figure.ts'
import type { Hierarchy } from './hierarchy.ts'
import type { Instants, RowSet } from './row-set.ts'

/** The arguments of a figure's statement; each is bound as text. */
export type Arguments = {
  readonly office: string
  readonly node: string
  /** Written as the database writes a list. */
  readonly nodes: string | null
  readonly asOf: string | null
  readonly from: string | null
  readonly through: string | null
  readonly structureDay: string
  readonly afterDay: string | null
  readonly afterRecord: string | null
  readonly afterKey: string | null
  readonly limit: string | null
  readonly kind: string | null
  /** The part of a dimension: a record's id, or one of those in named-record.ts. */
  readonly of: string | null
}

/** The asked node with every node beneath it, or with its children alone; those of the day, or those of a period's last day. */
export type AtNodes = 'node' | 'nodeOfPeriod' | 'child' | 'childOfPeriod'

/** All that makes one statement differ from another: it is compiled once for each shape. */
export type Shape = {
  readonly rows: RowSet
  readonly hierarchy: Hierarchy
  /** The tree whose nodes a caller's scope names. */
  readonly places: Hierarchy
  readonly past: boolean
  readonly structure: 'then' | 'today'
  /** `nodes` are those that are named. */
  readonly answer: 'value' | 'rows' | 'place' | AtNodes | 'nodes' | 'month' | 'kind' | 'record' | 'about'
  readonly distinct: boolean
  /** In ascending order; each a column of its own. */
  readonly percents: readonly Percent[]
  /** Rows of one kind alone. */
  readonly ofKind: boolean
  /** The dimension by whose records rows are grouped, where the answer is `record`. */
  readonly by: string | null
  /** The dimension of which one part's rows alone count. */
  readonly of: string | null
}

/** What one statement counts for figures of the same rows: its shape but for the question. */
export function countingFor(inputs: readonly Counted[]): Pick<Shape, 'distinct' | 'percents'> {
  const percents = inputs.flatMap((input) => (input.kind === 'percentile' ? [input.percent] : []))
  return { distinct: inputs.some(isDistinct), percents: [...new Set(percents)].sort((a, b) => a - b) }
}

/** The column of a percentile. */
export const percentColumn = (percent: Percent): string => `p${percent}`

/** Stands for an argument until a statement is bound. */
export class Marker {
  readonly name: keyof Arguments
  constructor(name: keyof Arguments) {
    this.name = name
  }
}

export const argument = <T>(name: keyof Arguments, type: string): RawBuilder<T> =>
  sql<T>`${new Marker(name)}::${sql.raw(type)}`
export const instants: Instants = {
  office: argument<number>('office', 'int'),
  asOf: argument<Day>('asOf', 'date'),
  from: argument<Day>('from', 'date'),
  through: argument<Day>('through', 'date'),
}

/** The nodes beneath the asked one are those of the period's last day. */
export const isOfPeriod = ({ answer }: Shape) => answer === 'nodeOfPeriod' || answer === 'childOfPeriod'
