import type { Judged } from '../../../platform/records/behaviour.ts'
import { defineRule, type Rule } from '../../../platform/rules/rule.ts'
import { text } from '../../../platform/text.ts'
import type { Day } from '../../../platform/values/day.ts'
import { inForce } from '../../../platform/values/spell.ts'

/** The law asks for a timely answer and names no day: the office's own term is what is judged. */
const overdue = defineRule<Judged>({
  id: 'R-PIPL-50-DUE',
  name: text('个人信息请求按期答复', 'Requests about personal data are answered in time'),
  basis: text(
    '个人信息保护法第五十条（及时受理）；期限由本单位确定',
    'PIPL art. 50 (timely handling); the term is the office’s own',
  ),
  source: 'practice',
  inForce: { from: '2021-11-01' as Day, to: null },
  weight: 'warn',
  judges: 'state',
  check: ({ spells }, on) => {
    const due = spells.find((spell) => inForce(spell, on))?.attributes['due_on']
    return due && due < on ? [{ message: late(due) }] : []
  },
})
const late = (due: string) =>
  text(
    `应在${due}以前答复，还没有答复。请答复，或者延长期限并告知请求人。`,
    `The answer was due on ${due} and has not been given. Answer, or extend the term and tell the asker.`,
  )

const answerSaysWhy = defineRule<Judged>({
  id: 'R-PIPL-50-REASON',
  name: text('答复写明结果和内容', 'An answer says its outcome and its words'),
  basis: text('个人信息保护法第五十条：拒绝的，应当说明理由', 'PIPL art. 50: a refusal gives its reasons'),
  source: 'statute',
  inForce: { from: '2021-11-01' as Day, to: null },
  weight: 'statutory',
  judges: 'act',
  check: ({ events }) => {
    const answers = events.filter(({ kind }) => kind === 'answered')
    return answers.every(({ sets }) => sets['outcome'] && sets['reply']) ? [] : [{ message: unsaid }]
  },
})
const unsaid = text(
  '请填写办理结果和答复内容；不予办理的，写明理由。',
  'Enter the outcome and the reply; a refusal says why.',
)

export const dataRequestRules: readonly Rule<Judged>[] = [overdue, answerSaysWhy]
