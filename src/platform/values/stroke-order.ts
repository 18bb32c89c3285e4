import { splitName } from './surname.ts'
import type { StrokesOf } from './strokes.ts'

/** Names in order, and what a person has still to place by hand. */
export type StrokeOrdered<T> = {
  readonly ordered: readonly T[]
  /** At the end of `ordered`: a character's strokes are not known. */
  readonly withoutStrokes: readonly { readonly item: T; readonly characters: readonly string[] }[]
  /** Neighbours in `ordered` that the law leaves level: two characters of the same strokes, in the order of `ordered`. */
  readonly undecided: readonly {
    readonly items: readonly [T, T]
    readonly characters: readonly [string, string]
  }[]
}

// Same strokes, told apart: 左右 before 上下 before the rest, else as 通用规范汉字表 (国发〔2013〕23号) prints them. Where the two
// contradict each other (孔巴), or neither speaks (余佘), nobody has decided.
const decided: readonly string[] = ['干于', '贝水', '化仇', '勾凤', '叶申', '田由', '百有', '相查']

/**
 * 姓氏笔画: text whose order by code points is the order of a list by the strokes of the surname, from a stored name. Character by character
 * fewer strokes first, then stroke by stroke 横竖撇点折; a surname before a longer one that begins with it; under one surname the shorter
 * given name first, then its characters. To be stored, and sorted by COLLATE "C". Null where a character's strokes are not known.
 * Source: wenku365 and blog.sina 5f30e1eb on lists by strokes; GF 3003-1999 for the order of characters.
 */
export function strokeKeyOf(name: string, strokesOf: StrokesOf): string | null {
  const { surname, given } = splitName(name)
  if (unknownIn(name, strokesOf).length > 0) return null
  const key = (part: string) => [...part].map((character) => characterKey(character, strokesOf)).join('')
  // The blank comes before every digit, so that a surname ends before a longer one goes on.
  return `${key(surname)} ${twoDigits([...given].length)}${key(given)}`
}

/** For `sort`: by {@link strokeKeyOf}; names without a key come last, by code points. */
export function compareByStrokes(a: string, b: string, strokesOf: StrokesOf): -1 | 0 | 1 {
  return compareKeys(sortable(a, strokesOf), sortable(b, strokesOf))
}

/** A stable sort by the strokes of the surname. What is not known or not decided is named: nothing is guessed. */
export function inStrokeOrder<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  strokesOf: StrokesOf,
): StrokeOrdered<T> {
  const ordered = items
    .map((item) => ({ item, key: sortable(nameOf(item), strokesOf) }))
    .toSorted((a, b) => compareKeys(a.key, b.key))
    .map(({ item }) => item)
  const withoutStrokes = ordered
    .map((item) => ({ item, characters: unknownIn(nameOf(item), strokesOf) }))
    .filter(({ characters }) => characters.length > 0)
  const complete = ordered.slice(0, ordered.length - withoutStrokes.length)
  const undecided = complete.slice(1).flatMap((item, index) => {
    const before = complete[index] as T
    const characters = levelCharacters(nameOf(before), nameOf(item), strokesOf)
    return characters ? [{ items: [before, item] as const, characters }] : []
  })
  return { ordered, withoutStrokes, undecided }
}

/** The number and classes of the strokes, the place among those of the same strokes, and the character, so that equals stand together. */
function characterKey(character: string, strokesOf: StrokesOf): string {
  const strokes = strokesOf(character) ?? ''
  const place = decided.find((group) => group.includes(character))?.indexOf(character) ?? 9
  return `${twoDigits(strokes.length)}${strokes}${place}${character}`
}

function unknownIn(name: string, strokesOf: StrokesOf): readonly string[] {
  return [...name.replaceAll('·', '')].filter((character) => strokesOf(character) === null)
}

/** The first characters in which two names differ, if they have the same strokes and nothing tells them apart. */
function levelCharacters(a: string, b: string, strokesOf: StrokesOf): readonly [string, string] | null {
  const right = steps(b)
  const differing = steps(a)
    .map((step, index) => [step, right[index]] as const)
    .find(([one, other]) => one !== other)
  const [one, other] = differing ?? []
  if (one === undefined || other === undefined) return null
  const strokes = strokesOf(one)
  if (strokes === null || strokes !== strokesOf(other)) return null
  return decided.some((group) => group.includes(one) && group.includes(other)) ? null : [one, other]
}

/** What is compared one after another; a number is no character and has no strokes. */
function steps(name: string): readonly string[] {
  const { surname, given } = splitName(name)
  return [...surname, String([...given].length), ...given]
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0')
}

function sortable(name: string, strokesOf: StrokesOf): string {
  // Past every digit, with which a key begins.
  return strokeKeyOf(name, strokesOf) ?? `~${name}`
}

function compareKeys(a: string, b: string): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0
}
