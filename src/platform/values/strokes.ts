import { composed } from './composed-characters.ts'

/** The strokes of a character in the order of writing: 1 横, 2 竖, 3 撇, 4 点, 5 折. Null where they are not known. */
export type StrokesOf = (character: string) => string | null

// GF 3002-1999 (GB13000.1字符集汉字笔顺规范): 提 counts as 横, 竖钩 as 竖, 捺 as 点, whatever else turns as 折.
const shapes: readonly string[] = ['ji', 'fg', 's', 'kdl', 'abcehmnopqrtuvwxyz']
const digitOf = new Map(
  shapes.flatMap((letters, index) => [...letters].map((letter) => [letter, String(index + 1)] as const)),
)

let loaded: Promise<StrokesOf> | undefined

/**
 * The strokes of 6 939 characters in use on the mainland (cnchar-order, MIT) and of some that names have besides
 * ({@link composed}). Fetched at the first call alone: 143 kB, a tenth of a second.
 */
export function loadStrokes(): Promise<StrokesOf> {
  loaded ??= read()
  return loaded
}

async function read(): Promise<StrokesOf> {
  const { orders } = (await import('cnchar-order/cnchar.order.min.js')).default.dict
  const known = new Map(Object.entries(orders).map(([character, letters]) => [character, digits(letters)]))
  for (const [character, strokes] of composed((part) => known.get(part))) known.set(character, strokes)
  return (character) => known.get(character) ?? null
}

function digits(letters: string): string {
  return letters.replaceAll(/./g, (letter) => digitOf.get(letter) ?? unknown(letter))
}

function unknown(letter: string): never {
  throw new Error(`cnchar-order writes a stroke as ${letter}, which has no class`)
}
