import type { Reader } from '../../../platform/db/transaction.ts'
import { compareByStrokes } from '../../../platform/values/stroke-order.ts'
import { loadStrokes } from '../../../platform/values/strokes.ts'
import { namesOfPeople } from '../../people/index.ts'
import type { Officer } from '../zone-contract.ts'
import type { ServedCompany } from './served-companies.ts'

/** Who is paired with these companies and with how many, by the strokes of their names; and how many are out of the reader's sight. */
export async function officersOf(
  reader: Reader<unknown>,
  companies: readonly ServedCompany[],
): Promise<{ officers: Officer[]; unseen: number }> {
  const load = new Map<string, Set<string>>()
  for (const { id, paired } of companies)
    for (const { person } of paired) load.set(person, (load.get(person) ?? new Set()).add(id))
  const names = await namesOfPeople(reader, [...load.keys()])
  const strokesOf = await loadStrokes()
  const officers = [...load].flatMap(([id, own]) => {
    const name = names.get(id)
    return name === undefined ? [] : [{ person: { id, name }, companies: own.size }]
  })
  return {
    officers: officers.toSorted((a, b) => compareByStrokes(a.person.name, b.person.name, strokesOf)),
    unseen: load.size - officers.length,
  }
}
