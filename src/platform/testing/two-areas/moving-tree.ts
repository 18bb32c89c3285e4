import type { Day } from '../../values/day.ts'
import type { TwoAreas } from './open-two-areas.ts'

export const dayOf2018 = (month: number, on = 1) =>
  `2018-${String(month).padStart(2, '0')}-${String(on).padStart(2, '0')}` as Day

/** The root first. */
export type MovingTree = { readonly sites: readonly string[]; readonly lines: readonly string[] }

/** A tree of sites in which holders and whole parts of it move, and payments that were made here and there. */
export async function movingTree(areas: TwoAreas): Promise<MovingTree> {
  const sites: string[] = []
  const site = async (name: string, parent: string | null) => {
    const id = await areas.establish('alpha.site', '2000-01-01', { name, code: name, parent_id: parent })
    sites.push(id)
    return id
  }
  const root = await site('总', null)
  const north = await site('北', root)
  const south = await site('南', root)
  const corner = await site('北一', north)
  await site('北二', north)
  const deep = await site('北一甲', corner)
  const register = (code: string, kind: string, at: string, above: string | null, onDate: Day) =>
    areas.establish('alpha.holder', onDate, { name: code, kind, site_id: at, parent_id: above }, { code })
  const top = await register('H0', 'firm', root, null, dayOf2018(1))
  const below = await register('H1', 'firm', deep, top, dayOf2018(1))
  const person = await register('H2', 'person', corner, below, dayOf2018(2))
  const other = await register('H3', 'person', south, top, dayOf2018(3))
  let nth = 0
  const pay = (holder: string, onDate: Day, amount: string) =>
    areas.establish('beta.payment', onDate, { holder_id: holder, amount }, { code: `P${++nth}` })
  for (const month of [2, 3, 4, 5, 6]) {
    await pay(below, dayOf2018(month, 10), String(month * 101))
    await pay(other, dayOf2018(month, 20), String(month * 7))
  }
  await areas.happen('alpha.holder', below, 'moved', dayOf2018(4, 5), { site_id: south })
  await areas.happen('alpha.site', corner, 're_homed', dayOf2018(5, 5), { parent_id: south })
  await pay(person, dayOf2018(6, 15), '33')
  return { sites, lines: [top, below, person, other] }
}
