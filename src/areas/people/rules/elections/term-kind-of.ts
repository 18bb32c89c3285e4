import type { TermKind } from './term-length.ts'

const branches = ['621', '631', '632']

/** Which term an organisation has by its type and where it was founded; null for those that have none, as temporary ones and groups. */
export function termKindOf({ kind, foundedIn }: { kind: string; foundedIn: string }): TermKind | null {
  const elects = kind === '611' || branches.includes(kind)
  if (!elects) return null
  if (foundedIn === 'community') return 'communityParty'
  return kind === '611' ? 'partyCommittee' : 'partyBranch'
}
