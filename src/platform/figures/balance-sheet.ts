import type { Scope } from '../db/scope.ts'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import { addDays } from '../values/day.ts'
import { answerValue } from './answer.ts'
import type { Balance } from './balance.ts'
import type { FigureValue, Question } from './contract.ts'
import type { Flow } from './figure.ts'
import { type Figures, figureNamed } from './registry.ts'
import { resolveQuestion } from './resolve.ts'

export type BalanceSheet = {
  readonly opening: FigureValue
  readonly comings: readonly FigureValue[]
  readonly goings: readonly FigureValue[]
  readonly closing: FigureValue
  /** Whether opening plus all that came less all that went is the closing. */
  readonly closes: boolean
}

export function balanceNamed(figures: Figures, id: string): Balance {
  const balance = figures.balances.get(id)
  if (balance) return balance
  throw new Refusal('NOT_FOUND', text(`没有“${id}”这张平衡表。`, `There is no balance sheet “${id}”.`), {
    balance: id,
  })
}

/** Every line at one knowledge; the opening is the stock of the day before the period. */
export async function balanceSheet(
  figures: Figures,
  scope: Scope,
  { stock, comings, goings }: Balance,
  question: Omit<Question, 'figure' | 'asOf'> & { period: NonNullable<Question['period']> },
  rowsOpen: boolean,
): Promise<BalanceSheet> {
  const { from, through } = question.period
  const ask = async (id: string, more: Partial<Question>): Promise<FigureValue> => {
    const figure = figureNamed(figures, id)
    return await answerValue(
      figures,
      await resolveQuestion(figures, scope, figure, { ...question, ...more }),
      rowsOpen,
    )
  }
  const closing = await ask(stock.id, { asOf: through })
  // The first answer says what all others stand at, so that no write falls between two lines.
  const same = { knownAt: closing.question.knownAt, node: closing.question.node.id }
  const opening = await ask(stock.id, { ...same, asOf: addDays(from, -1) })
  const lines = (flows: readonly Flow[]) =>
    Promise.all(flows.map(({ id }) => ask(id, { ...same, asOf: through })))
  const came = await lines(comings)
  const went = await lines(goings)
  const sum = (values: readonly FigureValue[]) =>
    values.reduce((total, { value }) => total + BigInt(value ?? '0'), 0n)
  const closes = sum([opening]) + sum(came) - sum(went) === sum([closing])
  return { opening, comings: came, goings: went, closing, closes }
}
