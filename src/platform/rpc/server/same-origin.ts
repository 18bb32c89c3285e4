import type { IncomingHttpHeaders } from 'node:http'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a request may change state: one that a browser sends for a page of another origin may not. Browsers say where
 * a request comes from (Fetch Metadata; Origin, RFC 6454 §7); a program that says nothing carries no one's cookie by accident.
 */
export function mayChangeState(
  method: string,
  headers: IncomingHttpHeaders,
  host: string | undefined,
): boolean {
  if (reading.has(method)) return true
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const { origin } = headers
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)
}
