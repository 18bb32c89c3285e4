import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import { holdsEverywhere } from './absence.ts'
import { dimensionsOf } from './breakdown.ts'
import { type Answered, ask, combine, counted, type Evaluated, evaluated } from './evaluate.ts'
import { type Counted, type Figure, inputsOf, takes } from './figure.ts'
import type { Figures } from './registry.ts'
import type { Asked } from './resolve.ts'
import type { AtNodes } from './shape.ts'

export type NodeValue = Pick<Evaluated, 'value' | 'absent'> & {
  readonly node: string
  readonly inputs: readonly Evaluated[]
}

/**
 * A figure of the node and of every node beneath it that is in force on the day, as each would answer alone: one
 * statement for each counted input, however many nodes there are. @throws Refusal INVALID for what has no parts
 */
export async function byNode(
  figures: Figures,
  question: Asked,
): Promise<{ nodes: NodeValue[]; known: Answered['known'] }> {
  assertParts(question.figure)
  let { known } = question
  const answers: CountedAtNodes[] = []
  for (const input of inputsOf(question.figure)) {
    const counted = await countAtNodes(figures, { ...question, known }, input, 'every')
    known = counted.known
    answers.push(counted)
  }
  const nodes = (answers[0]?.nodes ?? []).map((node): NodeValue => {
    const inputs = answers.map(({ at }) => at(node))
    const { value, absent } = combine(question.figure, inputs)
    return { node, value, absent, inputs }
  })
  return { nodes, known: known ?? 0n }
}

export type CountedAtNodes = {
  /** Those in force on the day, the asked one among them. */
  readonly nodes: readonly string[]
  readonly at: (node: string) => Evaluated
  readonly known: bigint
}

/** One counted input at the asked node and at its children, or at every node beneath it. */
export async function countAtNodes(
  figures: Figures,
  question: Asked,
  input: Counted,
  beneath: 'children' | 'every',
): Promise<CountedAtNodes> {
  const answer = beneath === 'every' ? 'node' : 'child'
  const parts: AtNodes = takes(question.figure) === 'period' ? `${answer}OfPeriod` : answer
  const { result, known } = await ask(figures, question, input, parts)
  const rows = new Map(result.flatMap((row) => (row['part'] ? [[row['part'], row] as const] : [])))
  const whole = await counted(figures, { ...question, known }, input, rows.get(question.node) ?? {})
  const at = (node: string) => {
    const row = rows.get(node) ?? {}
    // Another absence of the whole is its own: a part may have rows where the whole has none, or none where it has too few.
    return holdsEverywhere(whole.absent) ? whole : evaluated(input, row)
  }
  return { nodes: [...rows.keys()], at, known }
}

/** @throws Refusal INVALID for a figure that cannot be had for several nodes at once */
export function assertParts(figure: Figure): void {
  if (!dimensionsOf(figure).includes('place')) throw new Refusal('INVALID', noParts, { figure: figure.id })
}

const noParts = text(
  '该指标统计进出本级的变动，不能分到各个下级。请换一个指标。',
  'This figure counts what came to a node or left it and cannot be had for every node at once. Choose another figure.',
)
