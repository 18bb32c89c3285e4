import { defineRule, type Rule } from '../../../../../platform/rules/rule.ts'
import { type Text, text } from '../../../../../platform/text.ts'
import { largerThan, count } from '../faults.ts'
import { parts } from '../findings.ts'
import { cite, instruments } from '../instruments.ts'
import { type ResidentsMode, residentsModes } from './round.ts'

/** The proxies of a round in totals. Who entrusted a vote, and to whom, is written on paper and not kept here. */
export type Proxies = {
  readonly mode: ResidentsMode
  readonly participants: number
  readonly total: number
  /** How many the holder with the most of them holds. */
  readonly most: number
  readonly withCandidates: number
  readonly unwritten: number
}

const most = 3

function faultsOf(proxies: Proxies): Text[] {
  const { mode, total, withCandidates, unwritten } = proxies
  const all = count(text('委托投票数', 'votes by proxy'), total)
  const faults = [
    ...largerThan(all, count(text('参加投票人数', 'participants'), proxies.participants)),
    ...largerThan(count(text('一人最多受托数', 'proxies of one holder'), proxies.most), all),
    ...(total > 0 && proxies.most === 0 ? [whoHoldsMost(total)] : []),
    ...largerThan(count(text('候选人受托数', 'proxies of candidates'), withCandidates), all),
    ...largerThan(count(text('无书面委托数', 'proxies not in writing'), unwritten), all),
  ]
  if (mode === 'representatives') return total > 0 ? [...faults, inPerson(total)] : faults
  if (proxies.most > most) faults.push(tooMany(proxies.most))
  if (withCandidates > 0) faults.push(candidatesHoldNone(withCandidates))
  if (unwritten > 0) faults.push(inWriting(unwritten))
  return faults
}

const whoHoldsMost = (total: number) =>
  text(
    `有${total}份委托，请填写一人最多受托几份。`,
    `There are ${total} votes by proxy: give the most that one holder has.`,
  )
const inPerson = (total: number) =>
  text(
    `有${total}份委托：${residentsModes.representatives.name.zh}时不得委托投票。`,
    `${total} votes were by proxy: residents’ representatives vote in person.`,
  )
const tooMany = (held: number) =>
  text(
    `有人接受${held}人委托，不得超过${most}人。`,
    `Somebody holds ${held} proxies; nobody may hold more than ${most}.`,
  )
const candidatesHoldNone = (held: number) =>
  text(
    `候选人接受了${held}份委托，候选人不得接受委托。`,
    `Candidates hold ${held} proxies and may hold none.`,
  )
const inWriting = (without: number) =>
  text(`有${without}份委托没有书面委托书。`, `${without} of the proxies are not in writing.`)

/** At most three for each holder, in writing, none for a candidate, none among representatives. */
export const proxyRules: readonly Rule<Proxies>[] = [
  defineRule<Proxies>({
    id: 'R-S4-08',
    name: text('委托投票', 'Voting by proxy'),
    ...cite(
      'residents2025',
      'statute',
      text(
        '第十九条，委托应当采用书面形式，每人接受委托不得超过三人，候选人不得接受委托；居民代表选举的不得委托',
        'art. 19, proxies are in writing, nobody holds more than three and a candidate none; residents’ representatives cannot be represented',
      ),
    ),
    inForce: instruments.residents2025.inForce,
    weight: 'block',
    judges: 'act',
    check: (proxies) => parts(faultsOf(proxies)),
  }),
]
