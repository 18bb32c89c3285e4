import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** Digits and letters that nobody takes for one another (Crockford's base 32). */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const inSigns = (bytes: Uint8Array, length: number) =>
  [...bytes.subarray(0, length)].map((byte) => signs.charAt(byte % 32)).join('')

/** The number of a submission: its day, and four signs that follow from the key of the request, so that the same sent again is the same. */
export const submissionNumber = (on: string, idempotencyKey: string): string =>
  `WS${on.replaceAll('-', '')}-${inSigns(createHash('sha256').update(idempotencyKey).digest(), 4)}`

/**
 * The look-up code of a submission: its number and 60 bits that only this installation can work out of it, so that no code is stored and
 * nobody in the office can read one.
 */
export function lookupCode(number: string, secret: Uint8Array): string {
  const pin = inSigns(createHmac('sha256', secret).update(number).digest(), 12)
  return [number, pin.slice(0, 4), pin.slice(4, 8), pin.slice(8)].join('-')
}

/** The number that a code, as somebody types it, is of; null where it is no code of this installation. */
export function numberOfCode(typed: string, secret: Uint8Array): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
  const parts = /^WS(\d{8})([0-9A-Z]{4})[0-9A-Z]{12}$/.exec(plain)
  if (!parts) return null
  const clear = (text: string) => text.replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  const number = `WS${parts[1]}-${clear(parts[2] as string)}`
  const expected = Buffer.from(lookupCode(number, secret).replaceAll('-', ''))
  const given = Buffer.from(`WS${parts[1]}${clear(plain.slice(10))}`)
  return given.length === expected.length && timingSafeEqual(given, expected) ? number : null
}
