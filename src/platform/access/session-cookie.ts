import { createHmac, timingSafeEqual } from 'node:crypto'

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

/** A `Set-Cookie` value that makes the browser forget the session. */
export function endedSessionCookie(secure: boolean): string {
  return `${sessionCookieName(secure)}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

function cookieValue(cookies: string | undefined, name: string): string | null {
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
