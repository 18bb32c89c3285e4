/** Which companies the page of pairings lists. */
export type PairingSearch = {
  readonly zone?: string | undefined
  readonly which?: 'all' | undefined
}

export function readPairingSearch({ zone, which }: Record<string, unknown>): PairingSearch {
  return {
    zone: typeof zone === 'string' && zone !== '' ? zone : undefined,
    which: which === 'all' ? which : undefined,
  }
}
