import { placeKinds } from '../src/areas/organisation/terms.ts'
import type { InventedNames } from './names.ts'
import type { Random } from './random.ts'
import { dayBetween } from './days.ts'
import type { DemoTotals } from './totals.ts'

export type Row = Readonly<Record<string, string>>
export type DemoPlace = {
  readonly code: string
  readonly name: string
  readonly parent: string
  readonly begins: string
}
export type DemoPlaces = {
  readonly rows: readonly Row[]
  readonly compounds: readonly DemoPlace[]
  /** The stairwells of a compound, by the compound's code. */
  readonly stairwells: ReadonlyMap<string, readonly DemoPlace[]>
}

/** The street, its communities, and invented compounds with buildings and stairwells, each coded below its parent. */
export function makePlaces(totals: DemoTotals, random: Random, names: InventedNames): DemoPlaces {
  const rows: Row[] = []
  const compounds: DemoPlace[] = []
  const stairwells = new Map<string, DemoPlace[]>()
  const add = (kind: keyof typeof placeKinds, place: DemoPlace, invented: boolean): DemoPlace => {
    const { code, name, parent, begins } = place
    rows.push({
      code,
      name,
      kind: placeKinds[kind].zh,
      parent_id: parent,
      begins,
      invented: invented ? '是' : '否',
    })
    return place
  }
  const { street, communities, reported } = totals
  add('street', { code: street.code, name: street.name, parent: '', begins: '2003-10-01' }, false)
  for (const community of communities) {
    const begins = dayBetween(random, '2003-10-01', '2009-12-31')
    add('community', { code: community.code, name: community.name, parent: street.code, begins }, false)
    const real = reported.compounds.filter((compound) => compound.community === community.code)
    const count = Math.max(random.between(...totals.compoundsEach), real.length)
    for (let number = 1; number <= count; number += 1) {
      const named = real[number - 1]
      const code = `${community.code}-${two(number)}`
      const compound = {
        code,
        name: named?.name ?? names.compound(),
        parent: community.code,
        begins: dayBetween(random, '2013-01-01', '2016-06-30'),
      }
      compounds.push(add('compound', compound, !named))
      stairwells.set(code, addBuildings(compound, totals, random, add))
    }
  }
  return { rows, compounds, stairwells }
}

function addBuildings(
  compound: DemoPlace,
  totals: DemoTotals,
  random: Random,
  add: (kind: 'building' | 'stairwell', place: DemoPlace, invented: boolean) => DemoPlace,
): DemoPlace[] {
  const stairwells: DemoPlace[] = []
  const buildings = random.between(...totals.buildingsEach)
  for (let number = 1; number <= buildings; number += 1) {
    const building = {
      code: `${compound.code}-${two(number)}`,
      name: `${compound.name}${number}号楼`,
      parent: compound.code,
      begins: compound.begins,
    }
    add('building', building, true)
    const count = random.between(...totals.stairwellsEach)
    for (let entrance = 1; entrance <= count; entrance += 1) {
      const stairwell = {
        code: `${building.code}-${entrance}`,
        name: `${building.name}${entrance}单元`,
        parent: building.code,
        begins: compound.begins,
      }
      stairwells.push(add('stairwell', stairwell, true))
    }
  }
  return stairwells
}

const two = (number: number) => String(number).padStart(2, '0')
