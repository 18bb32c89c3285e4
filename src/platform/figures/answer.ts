import { read } from '../db/transaction.ts'
import type { FigureValue, ResolvedQuestion } from './contract.ts'
import { definitionOf } from './definition.ts'
import { type About, type Answered, askAbout, type Evaluated, evaluate } from './evaluate.ts'
import { type Figure, inputsOf, kindsOf, takes } from './figure.ts'
import type { Text } from '../text.ts'
import { resolveNode } from './hierarchy.ts'
import type { Figures } from './registry.ts'
import { amountHeading } from './row-words.ts'
import type { Asked } from './resolve.ts'

/** The value of a question as a person gets it, with the question as it was resolved. */
export async function answerValue(figures: Figures, asked: Asked, rowsOpen: boolean): Promise<FigureValue> {
  const answered = await evaluate(figures, asked)
  const { figure } = asked
  const question = await resolvedQuestion(figures, asked, answered)
  return {
    figure: figure.id,
    label: figure.label,
    kind: figure.kind,
    theme: figure.theme,
    unit: figure.unit,
    decimals: figure.decimals,
    definition: definitionOf(figure),
    value: answered.value,
    absent: answered.absent,
    rowCount: answered.rowCount,
    amount: onlyAmount(figure),
    inputs: inputValues(figure, answered),
    question,
    rowsOpen,
  }
}

function inputValues(figure: Figure, answered: Answered): FigureValue['inputs'] {
  const inputs = inputsOf(figure)
  if (inputs.length < 2) return []
  return inputs.map((input, index) => {
    const { value, absent, rowCount } = answered.inputs[index] as Evaluated
    return { figure: input.id, label: input.label, value, absent, rowCount, amount: amountHeading(input) }
  })
}

/** A figure of two inputs has two sets of rows, and each its own heading. */
function onlyAmount(figure: Figure): Text | null {
  const [input, another] = inputsOf(figure)
  return input && !another ? amountHeading(input) : null
}

export async function resolvedQuestion(
  figures: Figures,
  asked: Asked,
  answered: { known: bigint; about?: About },
): Promise<ResolvedQuestion> {
  // What was answered, not what was asked: a number beyond the newest change would mean something else after the next one.
  const { known, about = await askAbout(figures, { ...asked, known }) } = answered
  const { scope } = asked
  const dated = takes(asked.figure)
  const needsDay =
    asked.figure.kind === 'stock' || inputsOf(asked.figure).some((input) => input.rows.dated === 'asOf')
  return {
    figure: asked.figure.id,
    version: asked.figure.version,
    node: { id: asked.node, name: about.nodeName ?? (await nameNow(figures, asked)) },
    along: asked.along,
    asOf: needsDay ? asked.asOf : null,
    period: dated === 'period' ? asked.period : null,
    structure: asked.structure,
    structureDay: asked.structureDay,
    kind: asked.kind === null ? null : { code: asked.kind, label: kindsOf(asked.figure)[asked.kind] as Text },
    of:
      asked.of === null
        ? null
        : { code: `${asked.of.dimension}:${asked.of.part}`, dimension: asked.of.of, label: asked.of.label },
    knownAt: String(known),
    knownAtMoment: about.moment,
    scope: {
      whole: scope.places === 'all',
      places:
        scope.places === 'all' ? [] : scope.places.map((id) => ({ id, name: about.scopeNames[id] ?? '' })),
    },
  }
}

/** Of a node that was recorded later than the answer stands. @throws Refusal NOT_FOUND where the caller sees none */
async function nameNow(figures: Figures, { scope, hierarchy, node, asOf }: Asked): Promise<string> {
  return await read(
    figures.database,
    scope,
    async (reader) => (await resolveNode(reader, hierarchy, node, asOf)).name,
  )
}
