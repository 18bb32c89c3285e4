import type { Scope } from '../db/scope.ts'
import type { GuardedContext } from '../rpc/server/context.ts'
import { callerOf } from '../rpc/server/context.ts'
import { implementer } from '../rpc/server/implementer.ts'
import { passingFile } from '../ledgers/passing-file.ts'
import { workbookMime } from '../ledgers/workbook-bytes.ts'
import { Refusal } from '../refusal.ts'
import { say, type Text, text } from '../text.ts'
import { today } from '../values/day.ts'
import { answerValue, resolvedQuestion } from './answer.ts'
import { balanceNamed, balanceSheet } from './balance-sheet.ts'
import { byNode } from './by-node.ts'
import { breakDown, dimensionsOf } from './breakdown.ts'
import { type FigureValue, figuresContract, type Question } from './contract.ts'
import { definitionOf } from './definition.ts'
import { exportRows } from './export-rows.ts'
import { explain } from './explain.ts'
import { kindsOf, recordDimensionsOf, takes } from './figure.ts'
import { type Figures, figureNamed, onLine } from './registry.ts'
import { resolveQuestion } from './resolve.ts'
import { partOf, rowsPage } from './rows.ts'
import { type SheetLine, sheetOf } from './sheet.ts'

const mayOpenRows = (context: GuardedContext) => callerOf(context).permissions.has('figures.see_rows')

/** The procedures of the figures contract, the same for every area. */
export function figuresProcedures(figures: Figures, officeName: () => Promise<Text>) {
  const os = implementer(figuresContract)
  const asked = (context: GuardedContext, question: Question) =>
    resolveQuestion(figures, context.scope, figureNamed(figures, question.figure), question)

  return {
    catalogue: os.catalogue.handler(() => ({ figures: catalogueOf(figures) })),
    overview: os.overview.handler(async ({ input, context }) => ({
      values: await overview(figures, context, input),
    })),
    value: os.value.handler(async ({ input, context }) =>
      answerValue(figures, await asked(context, input), mayOpenRows(context)),
    ),
    rows: os.rows.handler(async ({ input, context }) => {
      const question = await asked(context, input)
      const page = await rowsPage(figures, question, partOf(question, input.part), input.limit, input.cursor)
      if (page.count < 0)
        throw new Refusal('INVALID', text('已经没有更多记录。', 'There are no more rows.'), {
          cursor: input.cursor,
        })
      const { rows, count, sum, nextCursor, known } = page
      return { question: await resolvedQuestion(figures, question, { known }), rows, count, sum, nextCursor }
    }),
    exportRows: os.exportRows.handler(async ({ input, context }) => {
      const question = await asked(context, input)
      const { language, part } = input
      const { id: batch } = context.request
      const made = { office: await officeName(), by: callerOf(context).name, on: today(), batch }
      const name = [say(question.figure.label, language), made.on].join(' ')
      return await passingFile(`${name}.xlsx`, workbookMime, (path) =>
        exportRows(figures, question, { ...made, language, part }, path),
      )
    }),
    breakdown: os.breakdown.handler(async ({ input, context }) => {
      const question = await asked(context, input)
      const { parts, note, known, about } = await breakDown(figures, question, input.by)
      return {
        question: await resolvedQuestion(figures, question, { known, about }),
        by: input.by,
        parts,
        note,
      }
    }),
    byNode: os.byNode.handler(async ({ input, context }) => {
      const question = await asked(context, input)
      const { nodes, known } = await byNode(figures, question)
      return {
        question: await resolvedQuestion(figures, question, { known }),
        nodes: nodes.map(({ inputs, ...node }) => ({
          ...node,
          inputs: inputs.length > 1 ? inputs.map(({ value }) => value) : [],
        })),
      }
    }),
    sheet: os.sheet.handler(async ({ input, context }) => await sheet(figures, context.scope, input)),
    balance: os.balance.handler(async ({ input: { balance: id, ...question }, context }) => {
      const balance = balanceNamed(figures, id)
      const sheet = await balanceSheet(figures, context.scope, balance, question, mayOpenRows(context))
      return {
        label: balance.label,
        ...sheet,
        comings: [...sheet.comings],
        goings: [...sheet.goings],
        kinds: Object.entries(kindsOf(balance.stock)).map(([code, label]) => ({ code, label })),
      }
    }),
    explain: os.explain.handler(async ({ input, context }) => {
      const { figure, before, after } = input
      return await explain(
        figures,
        await asked(context, { ...before, figure }),
        await asked(context, { ...after, figure }),
        mayOpenRows(context),
      )
    }),
  }
}

type SheetQuestion = Omit<Question, 'figure' | 'kind' | 'of'> & {
  lines: { figure: string; kind?: string | undefined; against?: string | undefined }[]
}

async function sheet(figures: Figures, scope: Scope, { lines: wanted, ...question }: SheetQuestion) {
  const lines = wanted.map(({ figure, kind = null, against }) => ({
    figure: figureNamed(figures, figure),
    kind,
    against: against === undefined ? null : figureNamed(figures, against),
  })) as [SheetLine, ...SheetLine[]]
  const asked = await resolveQuestion(figures, scope, lines[0].figure, question)
  const { nodes, known } = await sheetOf(figures, asked, lines)
  const {
    figure: _figure,
    version: _version,
    kind: _kind,
    of: _of,
    ...resolved
  } = await resolvedQuestion(figures, asked, { known })
  return {
    question: resolved,
    lines: lines.map(({ figure: { id, label, unit, decimals }, kind }) => ({
      figure: id,
      kind,
      label,
      unit,
      decimals,
    })),
    nodes: nodes.map(({ node, cells }) => ({ node, cells: [...cells] })),
  }
}

/** Every figure of one place. An office that has recorded no place yet has none to show, which is no error. */
async function overview(
  figures: Figures,
  context: GuardedContext,
  question: Omit<Question, 'figure'>,
): Promise<FigureValue[]> {
  const shown = [...figures.byId.values()].filter(
    (figure) => !figure.apart && (question.along !== 'line' || onLine(figure)),
  )
  try {
    return await Promise.all(
      shown.map(async (figure) =>
        answerValue(
          figures,
          await resolveQuestion(figures, context.scope, figure, question),
          mayOpenRows(context),
        ),
      ),
    )
  } catch (error) {
    if (question.node === undefined && error instanceof Refusal && error.code === 'NOT_FOUND') return []
    throw error
  }
}

function catalogueOf(figures: Figures) {
  return [...figures.byId.values()].map((figure) => ({
    id: figure.id,
    kind: figure.kind,
    label: figure.label,
    unit: figure.unit,
    theme: figure.theme,
    version: figure.version,
    definition: definitionOf(figure),
    takes: takes(figure),
    along: onLine(figure) ? (['place', 'line'] as const).slice() : (['place'] as const).slice(),
    breakdowns: dimensionsOf(figure),
    registers: Object.entries(recordDimensionsOf(figure)).map(([by, { label }]) => ({ by, label })),
  }))
}
