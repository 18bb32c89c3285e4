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
  const key = headingKey(words)
  if (key === '') return 0
  const own = [column.heading.zh, column.heading.en]
  if (own.some((name) => headingKey(name) === key)) return 1
  if (column.also.some((name) => headingKey(name) === key)) return 0.96
  const plain = plainWords(words)
  return Math.max(0, ...[...own, ...column.also].map((name) => 0.95 * alike(plain, plainWords(name))))
}

/** Without brackets and what they hold (units, remarks), and in the words that offices use for one another. */
function plainWords(words: string): string {
  const bare = headingKey(words)
    .replace(/[([{【〔].*?[)\]}】〕]/g, '')
    .replace(/[:：、，,.。/\s-]/g, '')
  return synonyms.reduce((plain, words, index) => plain.replace(words, `${index}_`), bare)
}

/** `one` is the heading, `other` a name of the column. */
function alike(one: string, other: string): number {
  if (one === '' || other === '') return 0
  if (one === other) return 1
  // A heading that holds the column's name says more than one that is only a part of it: 上级代码 is not 代码.
  const holds = other.length >= 2 && one.includes(other) ? 0.55 + 0.4 * (other.length / one.length) : 0
  const partly = one.length >= 2 && other.includes(one) ? 0.45 + 0.4 * (one.length / other.length) : 0
  const sound = 0.95 * shared(pinyinOf(one).full, pinyinOf(other).full)
  return Math.max(holds, partly, shared(one, other), one.length >= 2 && sound >= 0.8 ? sound : 0)
}

/** Twice the pairs of neighbouring signs that both hold, by the pairs of both (Dice). */
function shared(one: string, other: string): number {
  const pairs = (words: string) =>
    Array.from({ length: words.length - 1 }, (_, at) => words.slice(at, at + 2))
  const left = pairs(other)
  const all = pairs(one)
  const total = all.length + left.length
  if (total === 0) return 0
  let both = 0
  for (const pair of all) {
    const at = left.indexOf(pair)
    if (at < 0) continue
    left.splice(at, 1)
    both += 1
  }
  return (2 * both) / total
}
