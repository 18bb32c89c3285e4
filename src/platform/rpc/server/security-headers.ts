import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import helmet, { type HelmetOptions } from 'helmet'

const day = 86_400
const permissionsPolicy = 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'

/**
 * The headers of every answer, asked of the library once: no request changes them. Scripts come from this server alone;
 * a style element needs the nonce of its page, and only a page's policy names one.
 */
export function securityHeaders(secure: boolean, nonce?: string): Readonly<Record<string, string>> {
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  helmet(helmetOptions(secure, nonce))(request, response, (error) => {
    if (error instanceof Error) throw error
  })
  const headers = { ...response.getHeaders(), 'permissions-policy': permissionsPolicy }
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}

function helmetOptions(secure: boolean, nonce?: string): HelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", ...(nonce === undefined ? [] : [`'nonce-${nonce}'`])],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
      },
    },
    // Only where TLS is certain: an office on a plain loopback would otherwise be locked out of its own machine.
    strictTransportSecurity: secure ? { maxAge: 365 * day, includeSubDomains: false } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  }
}

/** For the one answer that no hook sees; it holds nothing that a browser could run. */
export const bareHeaders = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': permissionsPolicy,
  'cache-control': 'no-store',
}
