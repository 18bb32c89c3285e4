/** Reads an address as plain text values; a key given more than once becomes a list. No value is taken for a number. */
export function parseSearch(search: string): Record<string, string | string[]> {
  const parameters = new URLSearchParams(search)
  const result: Record<string, string | string[]> = {}
  for (const key of new Set(parameters.keys())) {
    const values = parameters.getAll(key)
    result[key] = values.length === 1 ? (values[0] ?? '') : values
  }
  return result
}

/** The inverse of {@link parseSearch}: empty and absent values leave no trace. */
export function stringifySearch(search: Record<string, unknown>): string {
  const parameters = new URLSearchParams()
  for (const [key, value] of Object.entries(search)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null && item !== '') parameters.append(key, String(item))
    }
  }
  const text = parameters.toString()
  return text === '' ? '' : `?${text}`
}
