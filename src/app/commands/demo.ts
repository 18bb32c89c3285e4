import { checkFacts } from '../../../demo/check.ts'
import { type Command, parse, printJson, UsageError, withProgram } from './command.ts'
import { askValue } from './question.ts'

const usage = './xiaoma demo check [--json]'

/** Sets the newspaper's figures beside the computed ones. Exit code 1 when one disagrees. */
export const demo: Command = async (args) => {
  const { values, positionals } = parse(args, { json: { type: 'boolean' } }, usage)
  if (positionals.join(' ') !== 'check') throw new UsageError(usage)
  return await withProgram(async (program) => {
    const checked = await checkFacts((question) => askValue(program, question))
    if (values.json) printJson(checked)
    else
      for (const { fact, figure, reported, value, rows, agrees } of checked) {
        const verdict = agrees === null ? '未计算 absent' : agrees ? '一致 agrees' : '不一致 DISAGREES'
        process.stdout.write(
          `${fact.padEnd(4)} ${verdict.padEnd(14)} ${(value ?? '–').padStart(8)}  ${String(rows ?? '–').padStart(5)} rows  “${reported}”  ${figure ?? ''}\n`,
        )
      }
    return checked.some(({ agrees }) => agrees === false) ? 1 : 0
  })
}
