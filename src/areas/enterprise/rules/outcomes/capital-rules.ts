import { defineRule, type Rule } from '../../../../platform/rules/rule.ts'
import { text } from '../../../../platform/text.ts'
import { amountOf, spokenAmount } from '../../../../platform/values/amount.ts'
import { magnitudeJump } from '../../../../platform/values/magnitude-jump.ts'
import { always } from '../drive-rules.ts'
import { type AssistedFacts, type Claim, type Claimed, claimOf } from './claim.ts'
import { claimedOnce } from './claimed-once.ts'
import { evidenceRule } from './evidence-rule.ts'
import { rateKnown } from './currency-rule.ts'
import { servedRule } from './served-rule.ts'

/** A company may truly grow tens of times at once: what is 100 times as much or more, or as little, asks for a second look. */
const within = 100n

const fenOf = ({ values }: Claim, key: string) => BigInt(values[key] ?? 0)
const said = (fen: bigint) => spokenAmount(amountOf(fen))

/** The capital of the company as the claim before this one left it. */
function lastKnown({ mine, others }: { mine: Claim; others: readonly Claim[] }): bigint | null {
  const before = others.filter(({ on }) => on < mine.on)
  const last = before.reduce<Claim | null>((a, b) => (a && a.on >= b.on ? a : b), null)
  return last && fenOf(last, 'new_capital')
}

const magnitude = defineRule<Claimed>({
  id: 'R-S9-01',
  name: text('金额的万、亿没有写错', 'No slip of 万 or 亿 in a sum'),
  basis: text(
    '金额与上一次相差约一万倍或者一亿倍的，须核对单位（业务规则 R-S9-01，依工作惯例）',
    'A sum that differs from the last by about 10⁴ or 10⁸ has its unit checked (working rule R-S9-01, by practice)',
  ),
  source: 'practice',
  inForce: always,
  weight: 'warn',
  judges: 'act',
  check: (claimed) => {
    const { mine, others } = claimOf(claimed)
    if (!mine) return []
    const [old, now] = [fenOf(mine, 'old_capital'), fenOf(mine, 'new_capital')]
    const known = lastKnown({ mine, others })
    const pairs: readonly (readonly [bigint, bigint])[] = [
      [old, now],
      ...(known === null ? [] : [[known, now] as const, [known, old] as const]),
    ]
    const slip = pairs.find(([before, after]) => magnitudeJump(before, after, within))
    if (!slip) return []
    const [before, after] = [said(slip[0]), said(slip[1])]
    return [
      {
        message: text(
          `注册资本${after.zh}与此前的${before.zh}相差一百倍以上，可能多写、漏写了万或者亿。请对照变更登记核对；确实如此的，请写明理由。`,
          `A registered capital of ${after.en} is a hundred times or more what it was before, ${before.en}, or as little: a 万 or 亿 may have been left out or written once too often. Check it against the registration; where it is so, say why.`,
        ),
      },
    ]
  },
})

const increase = defineRule<Claimed>({
  id: 'R-S9-INCREASE',
  name: text('增资后的注册资本大于原注册资本', 'An increase leaves more than before'),
  basis: text(
    '增资额＝变更登记后的注册资本－原注册资本（domain S9 口径，依工作惯例）',
    'The increase is the registered capital after the change less that before it (by practice)',
  ),
  source: 'practice',
  inForce: always,
  weight: 'warn',
  judges: 'act',
  check: (claimed) => {
    const { mine } = claimOf(claimed)
    if (!mine) return []
    const [old, now] = [fenOf(mine, 'old_capital'), fenOf(mine, 'new_capital')]
    if (now > old) return []
    return [
      {
        message: text(
          `新注册资本${said(now).zh}不大于原注册资本${said(old).zh}，不是增资，不计入统计。请核对两个数。`,
          `The registered capital after, ${said(now).en}, is no more than before, ${said(old).en}: no increase, and not counted. Check both.`,
        ),
      },
    ]
  },
})

export const capitalRules: readonly Rule<Claimed<AssistedFacts>>[] = [
  magnitude,
  increase,
  rateKnown,
  claimedOnce([
    { keys: ['company_id'], sameDay: true, words: text('同一变更日期', 'the same day of registration') },
    { keys: ['new_capital'], sameDay: false, words: text('同一新注册资本', 'the same capital after') },
  ]),
  evidenceRule(['evidence', 'confirmation']),
  servedRule(),
]
