import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import { assertParts, type CountedAtNodes, countAtNodes } from './by-node.ts'
import type { Absent } from './absence.ts'
import { combine, type Evaluated, rounded } from './evaluate.ts'
import { type Counted, type Figure, inputsOf, takes } from './figure.ts'
import type { Figures } from './registry.ts'
import { type Asked, assertAnswerable } from './resolve.ts'

/** A figure, perhaps of one kind alone, and the figure that it is set against. */
export type SheetLine = {
  readonly figure: Figure
  readonly kind: string | null
  readonly against: Figure | null
}

type Value = { readonly value: string | null; readonly absent: Absent | null }
export type SheetCell = Value & {
  readonly against: Value | null
  /** Of the exact values, rounded once to the decimals of the line's figure; null where either is absent. */
  readonly difference: string | null
}

export type Sheet = {
  /** The asked node and its children; a cell for each line, as the figure would answer there alone. */
  readonly nodes: readonly { readonly node: string; readonly cells: readonly SheetCell[] }[]
  readonly known: bigint
}

/**
 * Several figures at a node and at its children, all at one change. What several of them count is counted once.
 * @throws Refusal INVALID for a figure that has no parts or does not stand along the tree, for two of different units, and for lines of
 * which some stand on a day and some in a period
 */
export async function sheetOf(
  figures: Figures,
  asked: Asked,
  lines: readonly [SheetLine, ...SheetLine[]],
): Promise<Sheet> {
  for (const line of lines) assertLine({ ...asked, ...lines[0] }, line)
  const [first] = lines
  const [input] = inputsOf(first.figure) as [Counted]
  const begun = await countAtNodes(figures, { ...asked, ...first }, input, 'children')
  const { known } = begun
  const counting = new Map([[keyOf(input, first.kind), Promise.resolve(begun)]])
  const count = (figure: Figure, kind: string | null) =>
    inputsOf(figure).map((one) => {
      const key = keyOf(one, kind)
      const counted =
        counting.get(key) ?? countAtNodes(figures, { ...asked, figure, kind, known }, one, 'children')
      counting.set(key, counted)
      return counted
    })
  const counted = await Promise.all(
    lines.map(async ({ figure, kind, against }) => {
      const [own, other] = await Promise.all([
        Promise.all(count(figure, kind)),
        Promise.all(against ? count(against, kind) : []),
      ])
      return { figure, against, own, other }
    }),
  )
  const nodes = begun.nodes.map((node) => ({
    node,
    cells: counted.map(({ figure, own, against, other }) =>
      cellOf(figure, valueAt(figure, own, node), against && valueAt(against, other, node)),
    ),
  }))
  return { nodes, known }
}

const keyOf = (input: Counted, kind: string | null) => `${input.id} ${kind ?? ''}`

const valueAt = (figure: Figure, inputs: readonly CountedAtNodes[], node: string): Evaluated =>
  combine(
    figure,
    inputs.map(({ at }) => at(node)),
  )

function cellOf({ decimals }: Figure, own: Evaluated, other: Evaluated | null): SheetCell {
  const difference = own.exact && other?.exact ? rounded(own.exact.minus(other.exact), decimals) : null
  return {
    value: own.value,
    absent: own.absent,
    against: other && { value: other.value, absent: other.absent },
    difference,
  }
}

function assertLine(asked: Pick<Asked, 'along' | 'figure'>, { figure, kind, against }: SheetLine): void {
  for (const one of against ? [figure, against] : [figure]) {
    assertAnswerable(one, asked.along, kind)
    assertParts(one)
    // The children of a node are those of one day.
    if (takes(one) !== takes(asked.figure)) throw new Refusal('INVALID', otherTime, { figure: one.id })
  }
  if (against && against.unit.en !== figure.unit.en)
    throw new Refusal('INVALID', otherUnit, { figure: figure.id, against: against.id })
}

const otherUnit = text(
  '两个指标单位不同，不能相减。请选择单位相同的指标。',
  'The two figures have different units and cannot be set against each other. Choose one of the same unit.',
)
const otherTime = text(
  '时点指标和期间指标不能放在同一张表里。请分开查询。',
  'Figures of a day and figures of a period cannot stand in one sheet. Ask for them apart.',
)
