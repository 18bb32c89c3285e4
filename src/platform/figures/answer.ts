import { read } from '../db/transaction.ts'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import type { FigureValue, ResolvedQuestion } from './contract.ts'
import { definitionOf } from './definition.ts'
import { type Answered, type Evaluated, evaluate } from './evaluate.ts'
import { type Figure, inputsOf, takes } from './figure.ts'
import { resolveNode } from './hierarchy.ts'
import type { Figures } from './registry.ts'
import { type Asked, momentOf } from './resolve.ts'

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
    return { figure: input.id, label: input.label, value, absent, rowCount }
  })
}

export async function resolvedQuestion(
  figures: Figures,
  asked: Asked,
  answered: { known: bigint; nodeName: string | null },
): Promise<ResolvedQuestion> {
  // What was answered, not what was asked: a number beyond the newest change would mean something else after the next one.
  const { known } = answered
  const { scope } = asked
  const nodeName = answered.nodeName ?? (await nameKnownAt(figures, asked, known))
  return await read(figures.database, scope, async (reader) => {
    const node = nodeName === null ? await resolveNode(reader, asked.hierarchy, asked.node, asked.asOf) : { id: asked.node, name: nodeName }
    const placeType = figures.engine.types.get(figures.place.recordType)
    if (!placeType) throw new Refusal('UNAVAILABLE', text('未登记地点类型。', 'No record type for places.'))
    const titles = scope.places === 'all' ? new Map<string, string>() : await figures.engine.titlesOf(reader, placeType, scope.places)
    const dated = takes(asked.figure)
    const needsDay = asked.figure.kind === 'stock' || inputsOf(asked.figure).some((input) => input.rows.dated === 'asOf')
    return {
      figure: asked.figure.id,
      version: asked.figure.version,
      node: { id: node.id, name: node.name },
      along: asked.along,
      asOf: needsDay ? asked.asOf : null,
      period: dated === 'period' ? asked.period : null,
      structure: asked.structure,
      structureDay: asked.structureDay,
      knownAt: String(known),
      knownAtMoment: await momentOf(reader, known),
      scope: { whole: scope.places === 'all', places: scope.places === 'all' ? [] : scope.places.map((id) => ({ id, name: titles.get(id) ?? '' })) },
    }
  })
}

/** A node that was corrected away since still has the name that it had then. */
async function nameKnownAt(figures: Figures, asked: Asked, known: bigint): Promise<string | null> {
  const type = figures.engine.types.get(asked.hierarchy.recordType)
  if (!type) return null
  return await read(figures.database, asked.scope, async (reader) => (await figures.engine.titlesOf(reader, type, [asked.node])).get(asked.node) ?? null, known)
}
