const here = 'http://own.invalid'

/** An address of this application, as the browser would understand it; null for anything that leads elsewhere or runs. */
export function ownAddress(to: unknown): string | null {
  const url = typeof to === 'string' && to.startsWith('/') ? read(to) : null
  if (!url) return null
  const { origin, pathname, search, hash } = url
  // What “.” stood before may begin a host.
  return origin === here && !pathname.startsWith('//') ? pathname + search + hash : null
}

/** As `URL.canParse` and `new URL`; the former came with Chromium 120. */
function read(to: string): URL | null {
  try {
    return new URL(to, here)
  } catch {
    return null
  }
}
