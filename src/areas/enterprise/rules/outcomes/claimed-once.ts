import { defineRule, type Rule } from '../../../../platform/rules/rule.ts'
import { type Text, text } from '../../../../platform/text.ts'
import { always } from '../drive-rules.ts'
import { type Claim, type Claimed, claimOf } from './claim.ts'

type Alike = { readonly keys: readonly string[]; readonly sameDay: boolean; readonly words: Text }

/** Two records claim one result where they agree in all values of one of these sets. */
export const claimedOnce = (alike: readonly Alike[]): Rule<Claimed> =>
  defineRule<Claimed>({
    id: 'R-S9-03',
    name: text('一项成果只登记一次', 'One result is claimed once'),
    basis: text(
      '同一成果不得重复统计（业务规则 R-S9-03，依工作惯例；统计法要求统计资料真实、准确）',
      'One result is not counted twice (working rule R-S9-03, by practice; the Statistics Law asks for true and exact figures)',
    ),
    source: 'practice',
    inForce: always,
    weight: 'warn',
    judges: 'act',
    check: (claimed) => {
      const { mine, others } = claimOf(claimed)
      if (!mine) return []
      return others.flatMap((other) => {
        const found = alike.find((one) => agree(mine, other, one))
        return found
          ? [
              {
                message: text(
                  `${other.on}已登记过${found.words.zh}的一项成果。同一成果只登记一次；确是两项的，请写明理由。`,
                  `A result with ${found.words.en} is on record already, of ${other.on}. One result is recorded once; where these are two, say why.`,
                ),
              },
            ]
          : []
      })
    },
  })

const agree = (mine: Claim, other: Claim, { keys, sameDay }: Alike) =>
  (!sameDay || mine.on === other.on) &&
  keys.every((key) => mine.values[key] !== null && mine.values[key] === other.values[key])
