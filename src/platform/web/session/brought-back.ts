const purposes = ['sign-in', 'link', 'proof'] as const

export type BroughtBack = {
  readonly purpose: (typeof purposes)[number]
  /** The query with which the provider sent the browser back; absent: it is to be sent there. */
  readonly answer?: string
}

/**
 * What the address of the page says: the provider gives back the state, which begins with what it is for. Null where it says nothing.
 */
export function broughtBack(query: string): BroughtBack | null {
  const given = new URLSearchParams(query)
  if (given.has('prove')) return { purpose: 'proof' }
  const state = given.get('state') ?? ''
  const purpose = purposes.find((one) => state.startsWith(`${one}.`))
  return purpose === undefined ? null : { purpose, answer: query }
}
