import type { Short, TestOffice } from './office.ts'

export type Community = { place: string; compound: string; branch: string; council: string; seat: string }

/** A branch with a contact, founded in 2015. */
export const branchIn = (at: TestOffice, code: string, seat: string) =>
  at.establish(
    'organisation',
    '2015-01-01',
    {
      name: `党支部${code}`,
      kind: '631',
      founded_in: 'community',
      parent_id: null,
      seat_id: seat,
      unit_id: null,
    },
    { code, contact_name: '某人', contact_phone: '13900000000' },
  )

/** A community with a row in every table, each of them corrected once, so that there is a past as well. */
export async function fillCommunity(
  at: TestOffice,
  n: string,
  street: string,
  unitId: string,
): Promise<Community> {
  const place = await at.establish(
    'place',
    '2000-01-01',
    { name: `社区${n}`, code: `3502060050${n}`, parent_id: street },
    { kind: 'community' },
  )
  const compound = await at.establish(
    'place',
    '2010-01-01',
    { name: `小区${n}`, code: `3502060050${n}-1`, parent_id: place },
    { kind: 'compound' },
  )
  const branch = await branchIn(at, `ZB-${n}`, compound)
  const council = await at.establish(
    'council',
    '2016-01-01',
    { name: `大党委${n}`, kind: 'community_council', place_id: place },
    { code: `DW-${n}` },
  )
  const seat = await at.establish('seat', '2016-02-01', { council_id: council, unit_id: unitId })
  const covered = await at.establish('covered', '2016-03-01', { organisation_id: branch, unit_id: unitId })
  const every: [Short, string][] = [
    ['place', compound],
    ['organisation', branch],
    ['council', council],
    ['seat', seat],
    ['covered', covered],
  ]
  for (const [type, id] of every) {
    const [event] = (await at.load(type, id))?.events ?? []
    if (event)
      await at.correct(
        type,
        id,
        { id: event.id, onDate: '2017-01-01' as never, sets: {}, neverWas: false },
        {},
      )
  }
  await at.correct('place', place, undefined, { invented: 'true' })
  return { place, compound, branch, council, seat }
}
