import { headingKey } from '../heading-key.ts'
import { pinyinOf } from '../../values/pinyin.ts'
import type { LedgerColumn } from '../ledger.ts'

/** Words that offices use for one another: code, day, name, kind, telephone, address, founding, superior, end. */
const synonyms: readonly RegExp[] = [
  /代码|编码|编号|代号/g,
  /日期|时间|年月日|年月/g,
  /名称|全称|名字|姓名/g,
  /类型|种类|类别|性质|分类/g,
  /电话号码|电话|手机号码|手机号|手机|联系方式/g,
  /地址|住所|住址/g,
  /成立|建立|组建|创建/g,
  /上级|隶属|所属|主管/g,
  /撤销|终止|注销|解散/g,
]

/** 1 where a heading is the column's own; less the less it is like one of the names that the column goes by. */
export function headingLikeness(column: LedgerColumn, words: string): number {
  const heading = spelt(words)
  if (heading.key === '') return 0
  const own = [spelt(column.heading.zh), spelt(column.heading.en)]
  if (own.some(({ key }) => key === heading.key)) return 1
  const also = column.also.map(spelt)
  if (also.some(({ key }) => key === heading.key)) return 0.96
  return Math.max(0, ...[...own, ...also].map((name) => 0.95 * alike(heading, name)))
}

/** A text as it is compared: without brackets and what they hold (units, remarks), in the words that offices use for one another. */
type Spelt = {
  readonly key: string
  readonly plain: string
  /** The pairs of neighbouring signs of the plain words, and of how they sound. */
  readonly pairs: readonly string[]
  readonly sounds: readonly string[]
}

/** A table's cells are compared with every column of every ledger, so each text is spelt once. */
const memory = new Map<string, Spelt>()
const remembered = 5_000

function spelt(words: string): Spelt {
  const before = memory.get(words)
  if (before) return before
  const key = headingKey(words)
  const bare = key.replace(/[([{【〔].*?[)\]}】〕]/g, '').replace(/[:：、，,.。/\s-]/g, '')
  const plain = synonyms.reduce((rest, alike, index) => rest.replace(alike, `${index}_`), bare)
  const now = { key, plain, pairs: pairsOf(plain), sounds: pairsOf(pinyinOf(plain).full) }
  if (memory.size >= remembered) memory.clear()
  memory.set(words, now)
  return now
}

const pairsOf = (words: string) =>
  Array.from({ length: words.length - 1 }, (_, at) => words.slice(at, at + 2))

function alike(heading: Spelt, name: Spelt): number {
  const [one, other] = [heading.plain, name.plain]
  if (one === '' || other === '') return 0
  if (one === other) return 1
  // A heading that holds the column's name says more than one that is only a part of it: 上级代码 is not 代码.
  const holds = other.length >= 2 && one.includes(other) ? 0.55 + 0.4 * (other.length / one.length) : 0
  const partly = one.length >= 2 && other.includes(one) ? 0.45 + 0.4 * (one.length / other.length) : 0
  const sound = 0.95 * shared(heading.sounds, name.sounds)
  return Math.max(
    holds,
    partly,
    shared(heading.pairs, name.pairs),
    one.length >= 2 && sound >= 0.8 ? sound : 0,
  )
}

/** Twice the pairs that both hold, by the pairs of both (Dice). */
function shared(one: readonly string[], other: readonly string[]): number {
  const total = one.length + other.length
  if (total === 0) return 0
  const left = [...other]
  let both = 0
  for (const pair of one) {
    const at = left.indexOf(pair)
    if (at < 0) continue
    left.splice(at, 1)
    both += 1
  }
  return (2 * both) / total
}
