import type { CellValue } from 'hucre/xlsx'
import { unpack } from '../reading/unpack.ts'
import { guardZip } from '../reading/zip-guard.ts'
import { workbook, type ZipPart, zipOf } from './workbook.ts'

/** A valid workbook to be spoilt: its cells, and its bytes. */
export type Sound = {
  readonly sheet: string
  readonly cells: readonly (readonly CellValue[])[]
  readonly bytes: Uint8Array
}
export type Mutation = { readonly how: string; readonly bytes: Uint8Array }
/** From 0 up to but not including 1. */
type Next = () => number

const odd: readonly CellValue[] = [
  null,
  '',
  ' ',
  '合计',
  '填表人：甲',
  '例：',
  '=1+1',
  '-',
  '#REF!',
  '2018.6',
  '2018-02-30',
  '9.1E+17',
  '350206005013000000',
  '𠮷䶮㛃',
  '\u202e代码',
  '__proto__',
  1e300,
  -1,
  0.1,
  43_281,
  true,
  new Date(0),
  new Date(Number.NaN),
  '长'.repeat(300),
]

/** Spoils a workbook in one way that a seed repeats: in its cells, its parts, its archive or its bytes. */
export async function mutate(sound: Sound, seed: number): Promise<Mutation> {
  const next = randomFrom(seed)
  const ways = [inCells, inParts, inArchive, inBytes]
  const way = ways[Math.floor(next() * ways.length)] as (typeof ways)[number]
  return { how: way.name, bytes: await way(sound, next) }
}

async function inCells({ sheet, cells }: Sound, next: Next): Promise<Uint8Array> {
  const lines = cells.map((line) => [...line])
  for (let left = upTo(8, next); left >= 0; left -= 1) {
    const row = upTo(lines.length - 1, next)
    const line = lines[row] ?? []
    const at = upTo(Math.max(0, line.length - 1), next)
    const acts = [
      () => void (line[at] = pick(odd, next)),
      () => lines.splice(row, 1),
      () => lines.splice(row, 0, [...line]),
      () => lines.splice(row, 0, []),
      () => lines.forEach((one) => one.splice(at, 1)),
      () => lines.forEach((one) => one.splice(at, 0, pick(odd, next))),
      () => lines.forEach((one) => one.reverse()),
      () => lines.splice(row, 0, [pick(odd, next)]),
    ]
    pick(acts, next)()
  }
  return (await workbook({ [next() < 0.2 ? '别的表' : sheet]: lines })).bytes
}

async function inParts({ bytes }: Sound, next: Next): Promise<Uint8Array> {
  const parts = await partsOf(bytes)
  const spoilt = upTo(parts.length - 1, next)
  return zipOf(
    parts.map((part, index) =>
      index === spoilt ? { ...part, content: new TextEncoder().encode(spoilText(part, next)) } : part,
    ),
  )
}

function spoilText({ content }: ZipPart, next: Next): string {
  let text = new TextDecoder().decode(content)
  for (let left = upTo(3, next); left >= 0; left -= 1) {
    const tags = [...text.matchAll(/<[^>]*>/g)]
    const tag = tags[upTo(Math.max(0, tags.length - 1), next)]
    if (!tag) return text
    const [before, after] = [text.slice(0, tag.index), text.slice(tag.index + tag[0].length)]
    const acts = [
      () => before + after,
      () => before + tag[0] + tag[0] + after,
      () =>
        before +
        tag[0].replace(/"[^"]*"/, `"${pick(['', '0', '-1', '99999999999', 'A0', 'rId9', '&x;'], next)}"`) +
        after,
      () => before + tag[0].replace(/\d+/, () => String(upTo(2_000_000, next))) + after,
      () => before,
      () => `${before}<!DOCTYPE x>${after}`,
      () => before + pick(['\u0000', '<', '&', ']]>', '<!--', '\uFFFF', '&#x0;'], next) + tag[0] + after,
      () => before + '<a>'.repeat(upTo(100, next)) + tag[0] + after,
    ]
    text = pick(acts, next)()
  }
  return text
}

async function inArchive({ bytes }: Sound, next: Next): Promise<Uint8Array> {
  const parts: ZipPart[] = await partsOf(bytes)
  const at = upTo(parts.length - 1, next)
  const part = parts[at] as ZipPart
  const acts = [
    () => parts.splice(at, 1),
    () => parts.push(part),
    () => parts.reverse(),
    () => (parts[at] = { ...part, name: pick(['../x', '/x', 'xl/X.xml', '', 'xl\\y', '图片.png'], next) }),
    () => (parts[at] = { ...part, crc: upTo(2_000_000_000, next) }),
    () => (parts[at] = { ...part, declared: upTo(part.content.length * 3, next) }),
    () => (parts[at] = { ...part, flags: upTo(0xffff, next) }),
    () => (parts[at] = { ...part, content: part.content.slice(0, upTo(part.content.length, next)) }),
    () => (parts[at] = { ...part, packed: false }),
  ]
  pick(acts, next)()
  return zipOf(parts)
}

function inBytes({ bytes }: Sound, next: Next): Promise<Uint8Array> {
  const spoilt = new Uint8Array(bytes)
  for (let left = upTo(12, next); left >= 0; left -= 1)
    spoilt[upTo(spoilt.length - 1, next)] = upTo(255, next)
  const cut = next() < 0.25 ? upTo(spoilt.length, next) : spoilt.length
  return Promise.resolve(spoilt.slice(0, cut))
}

async function partsOf(bytes: Uint8Array): Promise<ZipPart[]> {
  const whole = Buffer.from(bytes)
  const parts: ZipPart[] = []
  for (const entry of guardZip(whole).values()) {
    const pieces: Buffer[] = []
    for await (const piece of unpack(whole, entry)) pieces.push(piece)
    parts.push({ name: entry.name, content: Buffer.concat(pieces), packed: true })
  }
  return parts
}

/** mulberry32: 32 bits of state. */
function randomFrom(seed: number): Next {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
const upTo = (most: number, next: Next) => Math.floor(next() * (most + 1))
const pick = <T>(from: readonly T[], next: Next): T => from[upTo(from.length - 1, next)] as T
