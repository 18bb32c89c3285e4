import { randomInt } from 'node:crypto'

/** Without 0 O o 1 I l and what else is misread from paper. */
const readable = 'abcdefghjkmnpqrstuvwxyz23456789'
const length = 16

/** `count` random characters that are read from paper without mistake, some 4.9 bits each. */
export function readableCharacters(count: number): string {
  return Array.from({ length: count }, () => readable[randomInt(readable.length)]).join('')
}

/** 16 characters, some 79 bits: read from a terminal once, and to be changed at the first sign-in. */
export const oneTimePassword = () => readableCharacters(length)
