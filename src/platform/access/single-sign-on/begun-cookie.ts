import type { IncomingHttpHeaders } from 'node:http'
import * as z from 'zod'
import { cookieValue, setCookie } from '../session-cookie.ts'
import type { Cipher } from '../cipher.ts'

/** Seconds within which a person comes back from the provider, and types the code of their own second factor. */
const lifetime = 600

export const purposes = ['sign-in', 'link', 'proof'] as const
export type Purpose = (typeof purposes)[number]

/** `at`: when the person was sent to the provider, milliseconds since 1970; the steps that follow have no more time of their own. */
const common = { purpose: z.enum(purposes), at: z.number() }
/** What the browser was sent to the provider with. */
const asked = z.object({
  ...common,
  step: z.literal('asked'),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** Whose link or proof it is. */
  account: z.string().nullable(),
})
/** The provider has answered; the code of the account's own second factor is wanting. */
const awaitingCode = z.object({
  ...common,
  step: z.literal('awaiting code'),
  /** It is taken once. */
  id: z.string(),
  account: z.string(),
  /** Whom the provider saw: the link must still stand. */
  issuer: z.string(),
  subject: z.string(),
  provenAt: z.number().nullable(),
})
const begunSchema = z.discriminatedUnion('step', [asked, awaitingCode])
export type Asked = z.output<typeof asked>
export type AwaitingCode = z.output<typeof awaitingCode>
export type Begun = Asked | AwaitingCode

/** What was begun with the provider, kept in the browser that began it: enciphered, so that it can be neither read nor made elsewhere. */
export type BegunCookie = {
  /** The `Set-Cookie` value. */
  keep(begun: Begun): string
  /** Null where the browser has begun nothing, or too long ago. */
  read(headers: IncomingHttpHeaders): Begun | null
  /** A `Set-Cookie` value that makes the browser forget it. */
  forget(): string
}

export function openBegunCookie(cipher: Cipher, secure: boolean, now: () => number): BegunCookie {
  const name = `${secure ? '__Host-' : ''}xiaoma_single_sign_on`
  return {
    keep: (begun) =>
      setCookie(name, encodeURIComponent(cipher.encipher(JSON.stringify(begun), name)), secure, lifetime),
    read(headers) {
      const value = cookieValue(headers.cookie, name)
      if (!value) return null
      try {
        const begun = begunSchema.parse(JSON.parse(cipher.decipher(value, name)))
        return now() - begun.at < lifetime * 1000 ? begun : null
      } catch {
        return null
      }
    },
    forget: () => setCookie(name, '', secure, 0),
  }
}
