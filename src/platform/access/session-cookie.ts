import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * Names the cookie; over TLS the prefix makes browsers refuse one that was set without it, or by a neighbour under the same domain
 * (RFC 6265bis §4.1.3.2).
 */
export const sessionCookieName = (secure: boolean) => `${secure ? '__Host-' : ''}xiaoma_session`

/** The token of a signed session cookie (`token.signature`, base64 HMAC-SHA-256), or null where it is absent or forged. */
export function sessionToken(cookies: string | undefined, name: string, secret: string): string | null {
  const value = cookieValue(cookies, name)
  const dot = value?.lastIndexOf('.') ?? -1
  if (!value || dot < 1) return null
  const token = value.slice(0, dot)
  const expected = createHmac('sha256', secret).update(token).digest()
  const found = Buffer.from(value.slice(dot + 1), 'base64')
  return found.length === expected.length && timingSafeEqual(found, expected) ? token : null
}

/** 256 random bits. */
export const newSessionToken = () => randomBytes(32).toString('base64url')

/** A `Set-Cookie` value that carries the token, signed as {@link sessionToken} reads it, for so many seconds. */
export function sessionCookie(token: string, secret: string, secure: boolean, seconds: number): string {
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return setCookie(sessionCookieName(secure), encodeURIComponent(`${token}.${signature}`), secure, seconds)
}

/** A `Set-Cookie` value that makes the browser forget the session. */
export const endedSessionCookie = (secure: boolean) => setCookie(sessionCookieName(secure), '', secure, 0)

/** A `Set-Cookie` value that no script reads and no other site's form sends along. */
export const setCookie = (name: string, value: string, secure: boolean, seconds: number) =>
  `${name}=${value}; Max-Age=${Math.floor(seconds)}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`

export function cookieValue(cookies: string | undefined, name: string): string | null {
  const found = cookies
    ?.split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
  try {
    return found === undefined ? null : decodeURIComponent(found.slice(name.length + 1))
  } catch {
    return null
  }
}
