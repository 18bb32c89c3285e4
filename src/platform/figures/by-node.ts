import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import { dimensionsOf } from './breakdown.ts'
import { type Answered, ask, combine, counted, type Evaluated, evaluated } from './evaluate.ts'
import { inputsOf, takes } from './figure.ts'
import type { Figures } from './registry.ts'
import type { Asked } from './resolve.ts'

export type NodeValue = Pick<Evaluated, 'value' | 'absent'> & {
  readonly node: string
  readonly inputs: readonly Evaluated[]
}

type Row = Record<string, string | null>

/**
 * A figure of the node and of every node beneath it that is in force on the day, as each would answer alone: one
 * statement for each counted input, however many nodes there are. @throws Refusal INVALID for what has no parts
 */
export async function byNode(
  figures: Figures,
  question: Asked,
): Promise<{ nodes: NodeValue[]; known: Answered['known'] }> {
  if (!dimensionsOf(question.figure).includes('place')) throw new Refusal('INVALID', noParts, {})
  const inputs = inputsOf(question.figure)
  const parts = takes(question.figure) === 'period' ? 'nodeOfPeriod' : 'node'
  let { known } = question
  const answers: { whole: Evaluated; rows: Map<string, Row> }[] = []
  for (const input of inputs) {
    const { result, known: at } = await ask(figures, { ...question, known }, input, parts)
    known = at
    const rows = new Map(result.flatMap((row) => (row['part'] ? [[row['part'], row] as const] : [])))
    const whole = await counted(figures, { ...question, known }, input, rows.get(question.node) ?? {})
    answers.push({ whole, rows })
  }
  const nodes = [...(answers[0]?.rows.keys() ?? [])].map((node): NodeValue => {
    const values = inputs.map((input, index) => {
      const { whole, rows } = answers[index] as (typeof answers)[number]
      const row = rows.get(node) ?? {}
      return whole.absent ? whole : evaluated(input, row, Number(row['rows'] ?? 0))
    })
    const { value, absent } = combine(question.figure, values)
    return { node, value, absent, inputs: values }
  })
  return { nodes, known: known ?? 0n }
}

const noParts = text(
  '该指标统计进出本级的变动，不能分到各个下级。请换一个指标。',
  'This figure counts what came to a node or left it and cannot be had for every node at once. Choose another figure.',
)
