import type { Judged } from '../../../../platform/records/behaviour.ts'
import { defineRule, type Rule } from '../../../../platform/rules/rule.ts'
import { text } from '../../../../platform/text.ts'
import { isPast } from './ballot-round.ts'
import { parts } from './findings.ts'
import { cite, instruments } from './instruments.ts'

/** The persons on the other side: for a candidacy the scrutineers and tellers, for one of those the candidates. */
export type StandsAside = Judged<readonly string[] | undefined>

/** R-S4-03 from either side, when somebody is listed or chosen. */
export const standsAsideRules: readonly Rule<StandsAside>[] = (['party1990', 'party2020'] as const).flatMap(
  (regime) =>
    (['act', 'state'] as const).map((judges) =>
      defineRule<StandsAside>({
        id: 'R-S4-03',
        name: text('监票人、计票人不是候选人', 'Scrutineers and tellers are no candidates'),
        ...cite(
          regime,
          'secondary',
          text(
            '监票人从不是候选人的党员中推选，经党员大会表决通过',
            'scrutineers are chosen among members who are no candidates and passed by the meeting',
          ),
        ),
        inForce: instruments[regime].inForce,
        weight: 'warn',
        judges,
        // Of a past election it is told, and refuses nothing.
        check: ({ title, events, spells, facts }) => {
          if (isPast({ events }) !== (judges === 'state')) return []
          const life = spells.at(-1)
          const person = life?.attributes['person_id'] ?? ''
          if (life?.to || life?.attributes['way'] === 'write_in' || !facts?.includes(person)) return []
          return parts([
            text(
              `“${title}”既是候选人，又是监票人或计票人，请另推选。`,
              `“${title}” is a candidate and a scrutineer or teller as well. Choose another.`,
            ),
          ])
        },
      }),
    ),
)
