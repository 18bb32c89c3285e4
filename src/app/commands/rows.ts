import { figureNamed } from '../../platform/figures/registry.ts'
import { resolveQuestion } from '../../platform/figures/resolve.ts'
import { amountHeading } from '../../platform/figures/row-words.ts'
import { partOf, rowsPage } from '../../platform/figures/rows.ts'
import { exportRows } from '../../platform/figures/export-rows.ts'
import { languages, text } from '../../platform/text.ts'
import { today } from '../../platform/values/day.ts'
import { officeName } from '../found-office.ts'
import {
  appendExport,
  type Command,
  commandActor,
  complain,
  fromCaller,
  parse,
  printJson,
  UsageError,
  wholeOffice,
  withProgram,
} from './command.ts'
import { oneOf } from './one-of.ts'
import { askValue, questionOf, questionOptions, questionUsage } from './question.ts'

const usage = `./xiaoma rows FIGURE [--part numerator|denominator] [--output FILE.xlsx] [--language zh|en] [options]\n${questionUsage}`

const options = {
  ...questionOptions,
  part: { type: 'string' },
  output: { type: 'string' },
  language: { type: 'string' },
} as const

/** Every row that a figure counts; their count or sum is its value. */
export const rows: Command = async (args) => {
  const { values, positionals } = parse(args, options, usage)
  const [id] = positionals
  const { part } = values
  if (!id || positionals.length > 1 || (part !== undefined && part !== 'numerator' && part !== 'denominator'))
    throw new UsageError(usage)
  const language = oneOf('language', values.language, languages)
  return await withProgram(async (program) => {
    const question = { ...questionOf(values), figure: id }
    const answer = await askValue(program, question)
    // The rows are read at the change at which the value was counted.
    const known = { ...question, knownAt: answer.question.knownAt, node: answer.question.node.id }
    const asked = await resolveQuestion(program.figures, wholeOffice, figureNamed(program.figures, id), known)
    if (values.output) {
      const made = {
        language,
        office: (await officeName(program.database)) ?? text('本街道', 'This office'),
        by: commandActor().name,
        on: today(),
      }
      const path = fromCaller(values.output)
      await appendExport(program, id, {
        file: path,
        knownAt: answer.question.knownAt,
        node: answer.question.node.id,
      })
      const { rows: count } = await exportRows(program.figures, asked, { ...made, part }, path)
      complain(`${count}条已写入 ${path}`, `${count} rows written to ${path}`)
      return 0
    }
    const input = partOf(asked, part)
    const page = await rowsPage(program.figures, asked, input, null, undefined)
    if (values.json)
      printJson({
        question: answer.question,
        value: answer.value,
        count: page.count,
        sum: page.sum,
        rows: page.rows,
      })
    else {
      const heading = amountHeading(input)
      for (const { record, place, kind, onDate, from, to, amount, times } of page.rows) {
        const when = onDate ?? `${from ?? ''}–${to ?? ''}`
        process.stdout.write(
          `${when}\t${record.title}\t${place.name}\t${kind?.label.zh ?? ''}${heading && amount ? `\t${amount}` : ''}${times > 1 ? `\t×${times}` : ''}\n`,
        )
      }
      process.stderr.write(`${page.count} 条 rows${page.sum === null ? '' : `，合计 sum ${page.sum}`}\n`)
    }
    return 0
  })
}
