import { text } from '../../platform/text.ts'
import { UsageError } from './command.ts'

/** What an option chooses among a few; not given, the first of them. @throws UsageError that names the value and the choices */
export function oneOf<const Choice extends string>(
  option: string,
  given: string | undefined,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  const found = given === undefined ? choices[0] : choices.find((choice) => choice === given)
  if (found !== undefined) return found
  const { zh, en } = notOne(option, given as string, choices)
  throw new UsageError(`${zh}\n${en}`)
}

const notOne = (option: string, given: string, choices: readonly string[]) =>
  text(
    `--${option} 不能是“${given}”，可选：${choices.join('、')}。`,
    `--${option} cannot be “${given}”. Choose one of: ${choices.join(', ')}.`,
  )
