import type { Scope } from '../../db/scope.ts'
import type { Actor } from '../../db/transaction.ts'
import { newId } from '../../db/id.ts'
import { answerValue } from '../../figures/answer.ts'
import { byNode } from '../../figures/by-node.ts'
import { breakDown, type Dimension } from '../../figures/breakdown.ts'
import type { FigureValue, Question } from '../../figures/contract.ts'
import { explain } from '../../figures/explain.ts'
import { type Figures, figureNamed, figuresOf } from '../../figures/registry.ts'
import { resolveQuestion } from '../../figures/resolve.ts'
import { partOf, rowsPage } from '../../figures/rows.ts'
import { recordsEngine } from '../../records/engine.ts'
import type { Records } from '../../records/records.ts'
import {
  correctRecord,
  type CorrectionInput,
  eraseRecord,
  type EventInput,
  recordEvent,
} from '../../records/write.ts'
import type { Day } from '../../values/day.ts'
import { testDatabase } from '../database.ts'
import { alpha } from './alpha.ts'
import { beta } from './beta.ts'

const begins = { 'alpha.site': 'opened', 'alpha.holder': 'registered', 'beta.payment': 'paid' } as const
type Type = keyof typeof begins
type Values = Readonly<Record<string, string | null>>
export type TwoAreas = Awaited<ReturnType<typeof openTwoAreas>>

const twoAreas = [alpha, beta]
const clerk: Actor = { id: 'test-clerk', name: '测试员' }
const whole: Scope = { office: 1, places: 'all' }

/** Two areas on a real database: one publishes rows, the other counts money over them. */
export async function openTwoAreas() {
  const database = await testDatabase(twoAreas)
  await foundOffice(database, 1)
  const [place, line] = alpha.hierarchies ?? []
  if (!place || !line) throw new Error('the area gives no trees')
  const behaviours = twoAreas.flatMap((area) => area.records)
  const engine = recordsEngine(behaviours, place)
  const figures: Figures = figuresOf(
    database,
    engine,
    twoAreas.flatMap((area) => area.figures),
    [place, line],
  )
  const records: Records = {
    database,
    engine,
    place,
    behaviours: new Map(behaviours.map((behaviour) => [behaviour.type.id, behaviour])),
  }
  const write = (type: Type, reason: string | null = null) => ({
    type,
    reason,
    idempotencyKey: newId(),
    overrides: [],
  })
  const asked = (question: Question, scope: Scope) =>
    resolveQuestion(figures, scope, figureNamed(figures, question.figure), question)
  const record = async (type: Type, onDate: string, act: string, sets: Values, more: Partial<EventInput>) =>
    await recordEvent(records, { scope: whole, actor: clerk }, {
      ...write(type),
      act,
      onDate: onDate as Day,
      documentNo: null,
      header: {},
      sets,
      ...more,
    } as EventInput)

  return {
    database,
    figures,
    records,
    clerk,
    whole,
    establish: async (type: Type, onDate: string, sets: Values, header: Values = {}) =>
      (await record(type, onDate, begins[type], sets, { header })).id,
    happen: async (type: Type, id: string, act: string, onDate: string, sets: Values = {}) =>
      await record(type, onDate, act, sets, { id }),
    correct: async (type: Type, id: string, event: CorrectionInput['event'], header: Values = {}) =>
      await correctRecord(records, { scope: whole, actor: clerk }, {
        ...write(type, '核对凭证'),
        id,
        header,
        event,
      } as unknown as CorrectionInput),
    erase: async (type: Type, id: string) =>
      await eraseRecord(records, { scope: whole, actor: clerk }, { ...write(type, '本人申请'), id }),
    firstEvent: async (type: Type, id: string) => {
      const { rows } = await database.query(whole, {
        name: `first_event ${type}`,
        text: `select id from ${type}_event where record_id = $1::uuid order by on_date, seq limit 1`,
        values: [id],
      })
      return rows[0]?.[0] as string
    },
    head: async () => {
      const statement = { name: 'head', text: 'select head from platform.office', values: [] }
      return (await database.query(whole, statement)).rows[0]?.[0] as string
    },
    answer: async (question: Question, scope = whole): Promise<FigureValue> =>
      await answerValue(figures, await asked(question, scope), true),
    rows: async (
      question: Question,
      page: { part?: 'numerator' | 'denominator'; limit?: number; cursor?: string; scope?: Scope } = {},
    ) => {
      const resolved = await asked(question, page.scope ?? whole)
      return await rowsPage(figures, resolved, partOf(resolved, page.part), page.limit ?? null, page.cursor)
    },
    parts: async (question: Question, by: Dimension, scope = whole) =>
      await breakDown(figures, await asked(question, scope), by),
    everyNode: async (question: Question) => await byNode(figures, await asked(question, whole)),
    explain: async (before: Question, after: Question) =>
      await explain(figures, await asked(before, whole), await asked(after, whole), true),
    close: () => database.drop(),
  }
}

/** The office's own row is made within its own scope. */
async function foundOffice(database: TwoAreasDatabase, office: number): Promise<void> {
  const text = `insert into platform.office (office_id, name_zh, name_en) values ($1::int, '测试', 'Test')`
  await database.query({ office, places: 'all' }, { name: 'found_office', text, values: [String(office)] })
}
type TwoAreasDatabase = Pick<Awaited<ReturnType<typeof testDatabase>>, 'query'>
