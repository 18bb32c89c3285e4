import type { FigureValue, Question } from '../src/platform/figures/contract.ts'
import { type Fact, type FactQuestion, facts } from './facts.ts'
import { jinshan } from './totals.ts'

export type CheckedFact = {
  readonly fact: string
  readonly figure: string | null
  readonly reported: string
  readonly value: string | null
  /** How many rows stand behind the value. */
  readonly rows: number | null
  /** Null while no area computes the fact. */
  readonly agrees: boolean | null
}

/** Asks for every fact of the report and compares: the check passes when none disagrees. */
export async function checkFacts(
  ask: (question: Question) => Promise<FigureValue>,
  among: readonly Fact[] = facts,
  node: string = jinshan.street.code,
): Promise<CheckedFact[]> {
  const checked: CheckedFact[] = []
  for (const { fact, reported, expect, computedBy } of among) {
    if (computedBy.length === 0)
      checked.push({ fact, figure: null, reported, value: null, rows: null, agrees: null })
    for (const question of computedBy) {
      const { value, rowCount } = await ask(asQuestion(question, node))
      checked.push({
        fact,
        figure: question.figure,
        reported,
        value,
        rows: rowCount,
        agrees: agrees(expect, value),
      })
    }
  }
  return checked
}

function asQuestion({ figure, asOf, period }: FactQuestion, node: string): Question {
  return { figure, node, ...(asOf ? { asOf } : {}), ...(period ? { period } : {}) }
}

/** Every part of the expectation must be one that is understood here, so that none passes unread. */
function agrees(expect: Fact['expect'], value: string | null): boolean {
  return Object.entries(expect).every(([part, wanted]) => {
    if (part !== 'eq' && part !== 'percent') throw new Error(`no comparison for “${part}”`)
    return value !== null && plain(value) === plain(String(wanted))
  })
}

/** Decimal text without trailing zeros: '9.0' and '9' are one number. */
function plain(value: string): string {
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value
}
