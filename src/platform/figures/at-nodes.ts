import { ask, combine, counted, type Evaluated, recorded } from './evaluate.ts'
import { type Counted, type Figure, inputsOf } from './figure.ts'
import type { Figures } from './registry.ts'
import type { Asked } from './resolve.ts'

type Row = Readonly<Record<string, string | null>>
export type AtNodes = Omit<Asked, 'figure' | 'node' | 'kind' | 'of' | 'known'> & {
  readonly nodes: readonly string[]
}

/** Figure → node → answer; a node that the caller does not see has none. */
export type AnswersAtNodes = ReadonlyMap<string, ReadonlyMap<string, Evaluated>>

/**
 * Figures of several nodes, as each would answer alone as things stand.
 * One statement for each set of rows, however many nodes, figures and measures there are; within a transaction all see the same.
 * @param onCounted told of each figure; what it throws stops the counting
 */
export async function atNodes(
  figures: Figures,
  question: AtNodes,
  wanted: readonly Figure[],
  onCounted?: () => void,
): Promise<AnswersAtNodes> {
  const { nodes } = question
  const answers = new Map<string, ReadonlyMap<string, Evaluated>>()
  if (nodes.length === 0) return answers
  const inputs = wanted.flatMap(inputsOf)
  const rows = kept(async (input: Counted) => {
    const told = { nodes: `{${nodes.join(',')}}` }
    const sameRows = inputs.filter(({ rows: { id } }) => id === input.rows.id)
    const { result } = await ask(figures, askedAt(question, input), input, 'nodes', told, sameRows)
    return new Map(result.flatMap((row) => (row['part'] ? [[row['part'], row] as const] : [])))
  })
  const isRecorded = kept((input: Counted) => recorded(figures, askedAt(question, input), input.rows.record))
  const of = (input: Counted, row: Row) =>
    counted(figures, askedAt(question, input), input, row, () => isRecorded(input.rows.record, input))
  for (const figure of wanted) {
    const own = new Map<string, Evaluated>()
    const parts = []
    for (const input of inputsOf(figure)) parts.push({ input, at: await rows(input.rows.id, input) })
    for (const at of parts[0]?.at.keys() ?? []) {
      const values: Evaluated[] = []
      for (const part of parts) values.push(await of(part.input, part.at.get(at) ?? {}))
      own.set(at, combine(figure, values))
    }
    answers.set(figure.id, own)
    onCounted?.()
  }
  return answers
}

export const askedAt = ({ nodes, ...question }: AtNodes, figure: Figure): Asked => ({
  ...question,
  figure,
  node: nodes[0] ?? '',
  kind: null,
  of: null,
  known: null,
})

/** What was got for a key is kept for it. */
function kept<From, To>(get: (from: From) => Promise<To>): (key: string, from: From) => Promise<To> {
  const all = new Map<string, Promise<To>>()
  return (key, from) => {
    const found = all.get(key) ?? get(from)
    all.set(key, found)
    return found
  }
}
