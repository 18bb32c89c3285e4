import { defineRule, type Rule } from '../../../../../platform/rules/rule.ts'
import { type Text, text } from '../../../../../platform/text.ts'
import { parts } from '../findings.ts'
import { cite, instruments } from '../instruments.ts'
import { type ResidentsMode, residentsModes } from './round.ts'

/** Somebody who votes for others. Whose votes they are is written on paper and not kept here. */
export type ProxyHolder = {
  readonly name: string
  readonly isCandidate: boolean
  /** How many persons entrusted their vote to the holder. */
  readonly held: number
  /** How many of them did so in writing. */
  readonly inWriting: number
}

export type ProxyBook = { readonly mode: ResidentsMode; readonly holders: readonly ProxyHolder[] }

const most = 3

function faultsOf({ mode, holders }: ProxyBook): Text[] {
  const held = holders.filter((holder) => holder.held > 0)
  if (mode === 'representatives') {
    return held.map(({ name }) =>
      text(
        `“${name}”接受了委托：${residentsModes[mode].name.zh}时不得委托投票。`,
        `“${name}” holds a proxy: residents’ representatives vote in person.`,
      ),
    )
  }
  return held.flatMap(({ name, isCandidate, held: count, inWriting }) => [
    ...(isCandidate
      ? [text(`“${name}”是候选人，不得接受委托。`, `“${name}” is a candidate and may hold no proxy.`)]
      : []),
    ...(count > most
      ? [
          text(
            `“${name}”接受${count}人委托，不得超过${most}人。`,
            `“${name}” holds ${count} proxies; nobody may hold more than ${most}.`,
          ),
        ]
      : []),
    ...(inWriting < count
      ? [
          text(
            `“${name}”接受的${count}份委托中有${count - inWriting}份没有书面委托书。`,
            `${count - inWriting} of the ${count} proxies of “${name}” are not in writing.`,
          ),
        ]
      : []),
  ])
}

/** At most three for each holder, in writing, none for a candidate, none among representatives. */
export const proxyRules: readonly Rule<ProxyBook>[] = [
  defineRule<ProxyBook>({
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
    check: (book) => parts(faultsOf(book)),
  }),
]
