import { randomInt } from 'node:crypto'

/** Without 0 O o 1 I l and what else is misread from paper. */
const readable = 'abcdefghjkmnpqrstuvwxyz23456789'
const length = 16

/** 16 characters, some 79 bits: read from a terminal once, and to be changed at the first sign-in. */
export function oneTimePassword(): string {
  return Array.from({ length }, () => readable[randomInt(readable.length)]).join('')
}
