import { type Text, text } from '../../../platform/text.ts'

/** A rule of the trade that nothing judges here, said so that silence is not taken for approval. */
export type AbsentRule = { readonly id: string; readonly name: Text; readonly why: Text }

/** Rules of organisations, elections and staff (R-S1, R-S4, R-S5) for which a source or a record is missing. */
export const absentRules: readonly AbsentRule[] = [
  {
    id: 'R-S1-05',
    name: text('党小组人数', 'How many members a Party group has'),
    why: text(
      '党员登记在党支部，没有登记在哪个党小组。',
      'Members are recorded in their branch, and not in a group of it.',
    ),
  },
  {
    id: 'R-S1-10',
    name: text('预备党员计入有表决权的党员', 'A probationary member counted as a voter'),
    why: text(
      '没有党员大会和选举的到会登记；预备党员担任党内职务的另有提示（R-S1-10-HOLDER）。',
      'Who was present at a meeting is not recorded; a probationary member in a Party post is told apart (R-S1-10-HOLDER).',
    ),
  },
]
