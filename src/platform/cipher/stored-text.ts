import { type Algorithm, algorithms, type Sealed } from './algorithms.ts'

/** An enciphered text as it is stored: `xm1.<algorithm>.<key>.<nonce>.<body>.<tag>.<digest>`, the parts from the nonce on as base64url. */
export type StoredText = Sealed & {
  readonly algorithm: Algorithm
  readonly keyNo: number
  /** For finding equal values; empty where nobody looks for them. */
  readonly digest: string
}

const version = 'xm1'
/** What a text under one key begins with. */
export const beginningOf = (algorithm: Algorithm, keyNo: number): string =>
  `${version}.${algorithm}.${keyNo}.`

/** How many characters a digest has, at the end of the text. */
export const digestLength = 22

export function writeStored({ algorithm, keyNo, nonce, body, tag, digest }: StoredText): string {
  const parts = [nonce, body, tag].map((part) => part.toString('base64url'))
  return `${beginningOf(algorithm, keyNo)}${parts.join('.')}.${digest}`
}

/** Null for what is no such text, or not written as this program writes it: base64url leaves some bits of an end to choose. */
export function readStored(stored: string): StoredText | null {
  const [head, algorithm, keyNo, nonce, body, tag, digest, ...more] = stored.split('.')
  const known = algorithms.find((each) => each === algorithm)
  if (
    head !== version ||
    !known ||
    !/^[1-9]\d{0,8}$/.test(keyNo ?? '') ||
    digest === undefined ||
    more.length
  )
    return null
  const [first, second, third] = [nonce, body, tag].map((part) => Buffer.from(part ?? '', 'base64url'))
  if (!first || !second || !third) return null
  const read = { algorithm: known, keyNo: Number(keyNo), nonce: first, body: second, tag: third, digest }
  return writeStored(read) === stored ? read : null
}
