import { explain } from '../../platform/figures/explain.ts'
import { figureNamed } from '../../platform/figures/registry.ts'
import { resolveQuestion } from '../../platform/figures/resolve.ts'
import { day } from '../../platform/values/day.ts'
import { type Command, parse, printJson, UsageError, wholeOffice, withProgram } from './command.ts'
import { questionOf, questionOptions, questionUsage } from './question.ts'

const usage = `./xiaoma explain FIGURE [--before-as-of DAY] [--before-known-at MOMENT] [options]
  比较两个时刻：--before-… 为前一时刻，其余选项为后一时刻  two moments: --before-… says the earlier, the rest the later
${questionUsage}`

/** What changed between two moments, and why. */
export const explainFigure: Command = async (args) => {
  const options = {
    ...questionOptions,
    'before-as-of': { type: 'string' },
    'before-known-at': { type: 'string' },
  } as const
  const { values, positionals } = parse(args, options, usage)
  const [id] = positionals
  const earlier = values['before-as-of']
  const knownBefore = values['before-known-at']
  if (!id || positionals.length > 1 || (earlier === undefined && knownBefore === undefined))
    throw new UsageError(usage)
  return await withProgram(async ({ figures }) => {
    const figure = figureNamed(figures, id)
    const later = questionOf(values)
    const before = {
      ...later,
      ...(earlier ? { asOf: day(earlier) } : {}),
      ...(knownBefore ? { knownAt: knownBefore } : {}),
    }
    const explained = await explain(
      figures,
      await resolveQuestion(figures, wholeOffice, figure, before),
      await resolveQuestion(figures, wholeOffice, figure, later),
      true,
    )
    if (values.json) printJson(explained)
    else {
      process.stdout.write(`${explained.before.value ?? '–'} → ${explained.after.value ?? '–'}\n`)
      for (const [sign, rows] of [
        ['+', explained.entered],
        ['-', explained.left],
        ['~', explained.changed],
      ] as const) {
        for (const row of rows) {
          const causes = row.causes.map((cause) =>
            [cause.words.zh, cause.onDate, cause.actor, cause.reason]
              .filter((part) => part !== null)
              .join(' '),
          )
          process.stdout.write(`${sign} ${row.record.title}（${row.place.name}）：${causes.join('；')}\n`)
        }
      }
    }
    return 0
  })
}
