import { defineRule, type Rule } from '../../../../../platform/rules/rule.ts'
import { text } from '../../../../../platform/text.ts'
import { parts } from '../findings.ts'
import { cite, type Instrument, instruments } from '../instruments.ts'

/** The area of a residents' committee, by its households. */
export type ResidentsArea = { readonly households: number }

function scale(instrument: Instrument, article: { zh: string; en: string }, fewest: number, most: number) {
  return defineRule<ResidentsArea>({
    id: 'R-S4-SCALE',
    name: text('居民委员会规模', 'Scale of a residents’ committee'),
    ...cite(
      instrument,
      'statute',
      text(
        `${article.zh}，一般在${fewest}户至${most}户的范围内设立`,
        `${article.en}, generally for ${fewest} to ${most} households`,
      ),
    ),
    inForce: instruments[instrument].inForce,
    weight: 'warn',
    judges: 'state',
    check: ({ households }) =>
      households >= fewest && households <= most
        ? []
        : parts([
            text(
              `辖区${households}户，一般在${fewest}户至${most}户之间。`,
              `${households} households; generally there are ${fewest} to ${most}.`,
            ),
          ]),
  })
}

export const scaleRules: readonly Rule<ResidentsArea>[] = [
  scale('residents2018', text('第六条', 'art. 6'), 100, 700),
  scale('residents2025', text('第三条', 'art. 3'), 1000, 3000),
]
