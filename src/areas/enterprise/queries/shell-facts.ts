import type { Reader } from '../../../platform/db/transaction.ts'
import type { Judged } from '../../../platform/records/behaviour.ts'
import { nonPublicUnits, unitsNotOperating } from '../../organisation/index.ts'
import { organisationPeople } from '../../people/index.ts'
import type { ShellFacts } from '../rules/shell-rule.ts'
import { limitsOf } from './limits-of.ts'

/** What is known of branches that may be shells, as the areas that keep it tell. */
export async function shellFacts(
  reader: Reader<unknown>,
  judged: readonly Omit<Judged, 'facts'>[],
): Promise<ReadonlyMap<string, ShellFacts>> {
  const units = judged.flatMap(({ spells }) =>
    spells.flatMap(({ attributes }) => attributes['unit_id'] ?? []),
  )
  const nonPublic = await nonPublicUnits(reader, units)
  const notOperating = await unitsNotOperating(reader, units)
  const people = await organisationPeople(reader, judged)
  const limits = await limitsOf(reader, ['shell_members', 'shell_months'])
  return new Map(
    judged.map(({ id }) => [
      id,
      {
        nonPublic,
        notOperating,
        limits,
        fullMembers: (people.get(id)?.members ?? []).filter(({ category }) => category === 'full'),
        secretaries: (people.get(id)?.posts ?? []).filter(({ post }) => post === 'secretary'),
      },
    ]),
  )
}
