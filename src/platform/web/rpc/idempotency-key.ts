/** A key for one write. `crypto.randomUUID` is missing on a plain-http intranet, so the bytes are drawn directly. */
export function idempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
