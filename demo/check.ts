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
      const other = question.less ? await ask(asQuestion({ ...question, figure: question.less }, node)) : null
      const shown = other ? difference(value, other.value) : value
      checked.push({
        fact,
        figure: question.less ? `${question.figure} − ${question.less}` : question.figure,
        reported,
        value: shown,
        rows: rowCount + (other?.rowCount ?? 0),
        agrees: agrees(expect, question.part, shown),
      })
    }
  }
  return checked
}

function asQuestion({ figure, asOf, period }: FactQuestion, node: string): Question {
  return { figure, node, ...(asOf ? { asOf } : {}), ...(period ? { period } : {}) }
}

/** Both are decimal text of at most one decimal, so that tenths are exact. */
function difference(value: string | null, other: string | null): string | null {
  if (value === null || other === null) return null
  return ((Math.round(Number(value) * 10) - Math.round(Number(other) * 10)) / 10).toFixed(1)
}

const compared = ['eq', 'of', 'percent', 'yuan', 'trainings']

/** Every part of the expectation that is asked for must be one that is understood here, so that none passes unread. */
function agrees(expect: Fact['expect'], part: string | undefined, value: string | null): boolean {
  const parts = Object.entries(expect).filter(([name]) => part === undefined || name === part)
  if (parts.length === 0) throw new Error(`nothing is expected of “${part}”`)
  return parts.every(([name, wanted]) => {
    if (value === null) return false
    // No census is open any more.
    if (name === 'census_closed') return (value === '0') === wanted
    if (wanted === '<0') return Number(value) < 0
    if (wanted === '>0') return Number(value) > 0
    if (!compared.includes(name)) throw new Error(`no comparison for “${name}”`)
    return plain(value) === plain(String(wanted))
  })
}

/** Decimal text without trailing zeros: '9.0' and '9' are one number. */
function plain(value: string): string {
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value
}
