import type { FigureValue } from '../../platform/figures/contract.ts'
import { type Command, parse, printJson, UsageError, withProgram } from './command.ts'
import { askValue, questionOf, questionOptions, questionUsage } from './question.ts'

const figuresUsage = `./xiaoma figures [options]\n${questionUsage}`
const figureUsage = `./xiaoma figure FIGURE [options]\n${questionUsage}`

/** Every figure of a place at a date. */
export const figures: Command = async (args) => {
  const { values, positionals } = parse(args, questionOptions, figuresUsage)
  if (positionals.length > 0) throw new UsageError(figuresUsage)
  return await withProgram(async (program) => {
    const question = questionOf(values)
    const answers: FigureValue[] = []
    for (const id of program.figures.byId.keys())
      answers.push(await askValue(program, { ...question, figure: id }))
    if (values.json) printJson(answers)
    else for (const answer of answers) process.stdout.write(`${lineOf(answer)}\n`)
    return 0
  })
}

/** One figure with its definition and the question as it was resolved. */
export const figure: Command = async (args) => {
  const { values, positionals } = parse(args, questionOptions, figureUsage)
  const [id] = positionals
  if (!id || positionals.length > 1) throw new UsageError(figureUsage)
  return await withProgram(async (program) => {
    const answer = await askValue(program, { ...questionOf(values), figure: id })
    if (values.json) printJson(answer)
    else {
      const { question } = answer
      process.stdout.write(`${lineOf(answer)}\n${answer.definition.zh}\n${answer.definition.en}\n`)
      for (const input of answer.inputs)
        process.stdout.write(
          `  ${input.label.zh} ${input.label.en}: ${input.value ?? input.absent?.words.zh}\n`,
        )
      process.stdout.write(
        `${question.node.name}  ${question.asOf ?? `${question.period?.from}–${question.period?.through}`}  #${question.knownAt}\n`,
      )
    }
    return 0
  })
}

/** One line for a person: the value right-aligned, or why there is none. */
export function lineOf({ figure: id, label, value, absent, unit, rowCount, inputs }: FigureValue): string {
  const shown = value === null ? `${absent?.words.zh} ${absent?.words.en}` : value
  const counts = inputs.length > 0 ? ` (${inputs.map((input) => input.value ?? '–').join(' / ')})` : ''
  return `${shown.padStart(8)} ${unit.zh}${counts}  ${label.zh} · ${label.en}  [${id}; ${rowCount} rows]`
}
