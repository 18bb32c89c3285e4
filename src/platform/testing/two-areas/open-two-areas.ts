import { byNode } from '../../figures/by-node.ts'
import { breakDown } from '../../figures/breakdown.ts'
import type { Question } from '../../figures/contract.ts'
import { explain } from '../../figures/explain.ts'
import { figureNamed } from '../../figures/registry.ts'
import { resolveQuestion } from '../../figures/resolve.ts'
import { type SheetLine, sheetOf } from '../../figures/sheet.ts'
import { clerk, openTestOffice } from '../office.ts'
import { alpha } from './alpha.ts'
import { beta } from './beta.ts'

const types = {
  'alpha.site': 'alpha.site',
  'alpha.holder': 'alpha.holder',
  'beta.payment': 'beta.payment',
} as const
type Type = keyof typeof types
export type TwoAreas = Awaited<ReturnType<typeof openTwoAreas>>

/** Two areas on a real database: one publishes rows, the other counts money over them. */
export async function openTwoAreas() {
  const office = await openTestOffice([alpha, beta], types)
  const { database, figures, whole } = office
  const asked = (question: Question, scope = whole) =>
    resolveQuestion(figures, scope, figureNamed(figures, question.figure), question)

  return {
    ...office,
    clerk,
    head: async () => String(await office.head()),
    firstEvent: async (type: Type, id: string) => {
      const { rows } = await database.query(whole, {
        name: `first_event ${type}`,
        text: `select id from ${type}_event where record_id = $1::uuid order by on_date, seq limit 1`,
        values: [id],
      })
      return rows[0]?.[0] as string
    },
    parts: async (question: Question, by: string, scope = whole) =>
      await breakDown(figures, await asked(question, scope), by),
    everyNode: async (question: Question) => await byNode(figures, await asked(question)),
    sheet: async (
      question: Omit<Question, 'figure'>,
      lines: readonly { figure: string; kind?: string; against?: string }[],
    ) => {
      const of = lines.map(({ figure, kind = null, against }) => ({
        figure: figureNamed(figures, figure),
        kind,
        against: against === undefined ? null : figureNamed(figures, against),
      })) as [SheetLine, ...SheetLine[]]
      return await sheetOf(figures, await asked({ ...question, figure: of[0].figure.id }), of)
    },
    explain: async (before: Question, after: Question) =>
      await explain(figures, await asked(before), await asked(after), true),
  }
}
