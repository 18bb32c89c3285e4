const here = 'http://own.invalid'

/** An address of this application, as the browser would understand it; null for anything that leads elsewhere or runs. */
export function ownAddress(to: unknown): string | null {
  if (typeof to !== 'string' || !to.startsWith('/') || !URL.canParse(to, here)) return null
  const { origin, pathname, search, hash } = new URL(to, here)
  // What “.” stood before may begin a host.
  return origin === here && !pathname.startsWith('//') ? pathname + search + hash : null
}
