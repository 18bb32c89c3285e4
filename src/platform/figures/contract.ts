import * as z from 'zod'
import { daySchema, knownAtSchema, pageSchema } from '../rpc/common-schemas.ts'
import { procedure, textSchema } from '../rpc/procedure.ts'

const figureKinds = ['stock', 'flow', 'ratio', 'mean', 'percentile', 'share', 'difference'] as const
const lines = ['place', 'line'] as const
const structures = ['then', 'today'] as const
/** `place`, `month`, `kind`, or a dimension that the figure's rows declare: which of them a figure has, the catalogue tells. */
const dimensionSchema = z.string().max(60)
const parts = ['numerator', 'denominator'] as const

const periodSchema = z.object({ from: daySchema, through: daySchema })

/** What is asked. A stock needs `asOf`, a flow `period`; both may be given, and each figure takes its own. */
export const questionSchema = z.object({
  figure: z.string(),
  /** A record id, a code or an unambiguous beginning of one; absent: the caller's own top place. */
  node: z.string().optional(),
  along: z.enum(lines).default('place'),
  asOf: daySchema.optional(),
  period: periodSchema.optional(),
  structure: z.enum(structures).default('then'),
  /** The day whose structure is meant by `today`; sent back with a resolved question. */
  structureDay: daySchema.optional(),
  knownAt: knownAtSchema.optional(),
  /** Only rows of this kind, one of the figure's own. */
  kind: z.string().max(60).optional(),
  /** Only rows of this part of a dimension, `<dimension>:<id or code>`; `<dimension>:none` are those that name no record. */
  of: z.string().max(200).optional(),
})

/** The question as it was answered: send it back, and a write in between parts no number from its rows. */
export const resolvedQuestionSchema = z.object({
  figure: z.string(),
  version: z.number().int(),
  node: z.object({ id: z.string(), name: z.string() }),
  along: z.enum(lines),
  asOf: daySchema.nullable(),
  period: periodSchema.nullable(),
  structure: z.enum(structures),
  /** The day whose structure places the rows when `structure` is `today`. */
  structureDay: daySchema,
  kind: z.object({ code: z.string(), label: textSchema }).nullable(),
  of: z.object({ code: z.string(), dimension: textSchema, label: textSchema }).nullable(),
  /** A change number. */
  knownAt: z.string(),
  /** The moment of that change, ISO 8601. */
  knownAtMoment: z.string().nullable(),
  /** True where the answer was counted over all places of the office; else it names the places. */
  scope: z.object({ whole: z.boolean(), places: z.array(z.object({ id: z.string(), name: z.string() })) }),
})

const absentSchema = z.object({ code: z.string(), words: textSchema })
const countedSchema = z.object({
  figure: z.string(),
  label: textSchema,
  /** Exact decimal text, or null with a reason. */
  value: z.string().nullable(),
  absent: absentSchema.nullable(),
  rowCount: z.number().int(),
  /** What a mean averages, a percentile ranks or a sum adds up, with its unit: the heading of the rows' amounts. Null where they count for nothing. */
  amount: textSchema.nullable(),
})

export const figureValueSchema = countedSchema.extend({
  kind: z.enum(figureKinds),
  unit: textSchema,
  decimals: z.number().int(),
  theme: textSchema,
  definition: textSchema,
  /** The two inputs of a ratio, a share or a difference, in that order. */
  inputs: z.array(countedSchema),
  question: resolvedQuestionSchema,
  /** Whether the caller may open the rows. */
  rowsOpen: z.boolean(),
})

export const figureRowSchema = z.object({
  record: z.object({ type: z.string(), id: z.string(), title: z.string() }),
  place: z.object({ id: z.string(), name: z.string() }),
  kind: z.object({ code: z.string(), label: textSchema }).nullable(),
  onDate: daySchema.nullable(),
  from: daySchema.nullable(),
  to: daySchema.nullable(),
  /** In the unit of the figure that heeds it. */
  amount: z.string().nullable(),
  /** How many rows share this one's distinct key; they count once. */
  times: z.number().int(),
})

const rowsSchema = z.object({
  question: resolvedQuestionSchema,
  rows: z.array(figureRowSchema),
  count: z.number().int(),
  sum: z.string().nullable(),
  nextCursor: z.string().nullable(),
})

const valueSchema = z.object({ value: z.string().nullable(), absent: absentSchema.nullable() })
const sheetCellSchema = valueSchema.extend({
  against: valueSchema.nullable(),
  /** The value less the other, from the exact values; null where either is absent. */
  difference: z.string().nullable(),
})

/** A figure of a place before and after an act. */
export const movedFigureSchema = z.object({
  figure: z.string(),
  label: textSchema,
  unit: textSchema,
  place: z.object({ id: z.string(), name: z.string() }),
  before: z.string().nullable(),
  after: z.string().nullable(),
})

const causeSchema = z.object({
  kind: z.enum(['event', 'correction', 'import', 'erasure', 'setup', 'moved', 'unknown']),
  words: textSchema,
  onDate: daySchema.nullable(),
  documentNo: z.string().nullable(),
  change: z.string().nullable(),
  recordedAt: z.string().nullable(),
  actor: z.string().nullable(),
  reason: z.string().nullable(),
})

const explainedSchema = figureRowSchema.extend({ causes: z.array(causeSchema) })

export const figuresContract = {
  catalogue: procedure({ permission: 'signed-in', scope: 'none', audit: 'none', fields: ['figures'] })
    .route({ method: 'GET', path: '/figures', summary: 'Every figure with its definition' })
    .output(
      z.object({
        figures: z.array(
          z.object({
            id: z.string(),
            kind: z.enum(figureKinds),
            label: textSchema,
            unit: textSchema,
            theme: textSchema,
            version: z.number().int(),
            definition: textSchema,
            takes: z.enum(['asOf', 'period']),
            along: z.array(z.enum(lines)),
            breakdowns: z.array(dimensionSchema),
            /** What those of them are called that are records of a type. */
            registers: z.array(z.object({ by: dimensionSchema, label: textSchema })),
          }),
        ),
      }),
    ),
  overview: procedure({ permission: 'figures.see_value', scope: 'place', audit: 'none', fields: ['values'] })
    .route({ method: 'GET', path: '/figures/overview', summary: 'Every figure of a place at a date' })
    .input(questionSchema.omit({ figure: true }))
    .output(z.object({ values: z.array(figureValueSchema) })),
  value: procedure({
    permission: 'figures.see_value',
    scope: 'place',
    audit: 'none',
    fields: Object.keys(figureValueSchema.shape),
  })
    .route({ method: 'GET', path: '/figures/{figure}', summary: 'One figure' })
    .input(questionSchema)
    .output(figureValueSchema),
  rows: procedure({
    permission: 'figures.see_rows',
    scope: 'place',
    audit: 'none',
    fields: Object.keys(rowsSchema.shape),
  })
    .route({ method: 'GET', path: '/figures/{figure}/rows', summary: 'The rows that a figure counts' })
    .input(questionSchema.extend({ part: z.enum(parts).optional() }).extend(pageSchema.shape))
    .output(rowsSchema),
  exportRows: procedure({ permission: 'figures.see_rows', scope: 'place', audit: 'export', fields: ['file'] })
    .route({
      method: 'GET',
      path: '/figures/{figure}/rows/export',
      summary: 'The rows that a figure counts as a workbook, with the value and the question on its cover',
    })
    .input(
      questionSchema.extend({
        part: z.enum(parts).optional(),
        language: z.enum(['zh', 'en']).default('zh'),
      }),
    )
    .output(z.file()),
  breakdown: procedure({
    permission: 'figures.see_value',
    scope: 'place',
    audit: 'none',
    fields: ['question', 'by', 'parts', 'note'],
  })
    .route({
      method: 'GET',
      path: '/figures/{figure}/breakdown',
      summary: 'A figure by place, month, kind or a dimension of its rows',
    })
    .input(questionSchema.extend({ by: dimensionSchema }))
    .output(
      z.object({
        question: resolvedQuestionSchema,
        by: dimensionSchema,
        parts: z.array(
          z.object({
            key: z.string(),
            label: textSchema,
            value: z.string().nullable(),
            absent: absentSchema.nullable(),
          }),
        ),
        /** Why the parts need not add up to the whole, where they do not. */
        note: textSchema.nullable(),
      }),
    ),
  byNode: procedure({
    permission: 'figures.see_value',
    scope: 'place',
    audit: 'none',
    fields: ['question', 'nodes'],
  })
    .route({
      method: 'GET',
      path: '/figures/{figure}/by-node',
      summary: 'A figure of a node and of every node beneath it',
    })
    .input(questionSchema)
    .output(
      z.object({
        question: resolvedQuestionSchema,
        nodes: z.array(
          z.object({
            node: z.string(),
            value: z.string().nullable(),
            absent: absentSchema.nullable(),
            /** Of a share, a ratio or a difference. */
            inputs: z.array(z.string().nullable()),
          }),
        ),
      }),
    ),
  sheet: procedure({
    permission: 'figures.see_value',
    scope: 'place',
    audit: 'none',
    fields: ['question', 'lines', 'nodes'],
  })
    .route({
      method: 'POST',
      path: '/figures/sheet',
      summary: 'Several figures of a node and of its children, each perhaps beside another figure',
    })
    .input(
      questionSchema.omit({ figure: true, kind: true, of: true }).extend({
        lines: z
          .array(
            z.object({
              figure: z.string(),
              kind: z.string().max(60).optional(),
              /** The figure that it is set against. */
              against: z.string().optional(),
            }),
          )
          .min(1)
          .max(60),
      }),
    )
    .output(
      z.object({
        question: resolvedQuestionSchema.omit({ figure: true, version: true, kind: true, of: true }),
        lines: z.array(
          z.object({
            figure: z.string(),
            kind: z.string().nullable(),
            label: textSchema,
            unit: textSchema,
            decimals: z.number().int(),
          }),
        ),
        nodes: z.array(
          z.object({
            node: z.string(),
            /** One for each line. */
            cells: z.array(sheetCellSchema),
          }),
        ),
      }),
    ),
  balance: procedure({
    permission: 'figures.see_value',
    scope: 'place',
    audit: 'none',
    fields: ['label', 'opening', 'comings', 'goings', 'closing', 'closes', 'kinds'],
  })
    .route({
      method: 'GET',
      path: '/balances/{balance}',
      summary: 'What there was, what came and went in a period, and what there is; each line is a figure',
    })
    .input(
      questionSchema.omit({ figure: true, asOf: true }).extend({ balance: z.string(), period: periodSchema }),
    )
    .output(
      z.object({
        label: textSchema,
        opening: figureValueSchema,
        comings: z.array(figureValueSchema),
        goings: z.array(figureValueSchema),
        closing: figureValueSchema,
        closes: z.boolean(),
        /** The kinds for which the sheet can be had alone. */
        kinds: z.array(z.object({ code: z.string(), label: textSchema })),
      }),
    ),
  explain: procedure({
    permission: 'figures.see_rows',
    scope: 'place',
    audit: 'none',
    fields: ['before', 'after', 'entered', 'left', 'changed'],
  })
    .route({
      method: 'POST',
      path: '/figures/{figure}/explain',
      summary: 'What changed between two moments, and why',
    })
    .input(
      z.object({
        figure: z.string(),
        before: questionSchema.omit({ figure: true }),
        after: questionSchema.omit({ figure: true }),
      }),
    )
    .output(
      z.object({
        before: figureValueSchema,
        after: figureValueSchema,
        entered: z.array(explainedSchema),
        left: z.array(explainedSchema),
        changed: z.array(explainedSchema),
      }),
    ),
}

export type Question = z.input<typeof questionSchema>
export type ResolvedQuestion = z.output<typeof resolvedQuestionSchema>
export type FigureValue = z.output<typeof figureValueSchema>
export type FigureRow = z.output<typeof figureRowSchema>
export type MovedFigureView = z.output<typeof movedFigureSchema>
export type SheetCellView = z.output<typeof sheetCellSchema>
export type Cause = z.output<typeof causeSchema>
export type ExplainedRow = z.output<typeof explainedSchema>
