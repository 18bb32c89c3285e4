import type { Reader } from '../../../platform/db/transaction.ts'
import type { Judged } from '../../../platform/records/behaviour.ts'
import { branchesOfUnits } from '../../organisation/index.ts'
import { organisationPeople } from '../../people/index.ts'
import type { MembersHeld } from '../rules/members-said-rule.ts'

/** Who the own branches of companies hold, as the areas that keep it tell. */
export async function membersHeld(
  reader: Reader<unknown>,
  judged: readonly Omit<Judged, 'facts'>[],
): Promise<ReadonlyMap<string, MembersHeld>> {
  const unitOf = ({ spells }: Omit<Judged, 'facts'>) => spells.at(-1)?.attributes['unit_id'] ?? ''
  const told = judged.filter(({ spells }) => spells.some(({ attributes }) => attributes['members_said']))
  if (told.length === 0) return new Map()
  const branches = await branchesOfUnits(reader, told.map(unitOf))
  const ids = [...new Set([...branches.values()].flat().map(({ id }) => id))]
  const people = await organisationPeople(
    reader,
    ids.map((id) => ({ id })),
  )
  const members = new Map(ids.map((id) => [id, people.get(id)?.members ?? []]))
  return new Map(
    told.map((company) => [company.id, { branches: branches.get(unitOf(company)) ?? [], members }]),
  )
}
