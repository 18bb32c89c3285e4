import type { PeopleOffice } from './office.ts'

/** A street with two communities, the Party organisation of each, and branches beneath them. */
export type TestStreet = {
  readonly street: string
  readonly communities: readonly [string, string]
  readonly committees: readonly [string, string]
  /** Two in the first community, one in the second. */
  readonly branches: readonly [string, string, string]
  readonly temporary: string
}

export async function foundStreet(at: PeopleOffice): Promise<TestStreet> {
  const place = (name: string, code: string, kind: string, parent: string | null) =>
    at.establish('place', '2000-01-01', { name, code, parent_id: parent }, { kind })
  let codes = 0
  const found = (name: string, kind: string, founded_in: string, seat: string, parent: string | null) =>
    at.establish(
      'organisation',
      '2000-01-02',
      { name, kind, founded_in, seat_id: seat, parent_id: parent, unit_id: null },
      { code: `ZZ-${(codes += 1)}` },
    )
  const street = await place('测试街道', '350206099000', 'street', null)
  const [first, second] = [
    await place('甲社区', '350206099001', 'community', street),
    await place('乙社区', '350206099002', 'community', street),
  ]
  const working = await found('街道党工委', '610', 'street', street, null)
  const one = await found('甲社区党委', '611', 'community', first, working)
  const two = await found('乙社区党总支', '621', 'community', second, working)
  return {
    street,
    communities: [first, second],
    committees: [one, two],
    branches: [
      await found('甲一支部', '631', 'unit', first, one),
      await found('甲二支部', '631', 'unit', first, one),
      await found('乙一支部', '631', 'unit', second, two),
    ],
    temporary: await found('临时支部', '931', 'project', second, two),
  }
}

let registered = 0

type Person = { name?: string; sex?: string; birth?: string; education?: string; joined_on?: string | null }

/** Enters somebody into the register; without a branch, no member. */
export async function register(
  at: PeopleOffice,
  onDate: string,
  where: { branch?: string; home?: string; category?: string },
  { name, sex = '1', birth = '1980-05', education = '31', joined_on }: Person = {},
): Promise<string> {
  registered += 1
  return await at.establish(
    'person',
    onDate,
    {
      education,
      branch_id: where.branch ?? null,
      category: where.branch ? (where.category ?? 'full') : null,
      home_id: where.home ?? null,
    },
    {
      code: `RY-${registered}`,
      name: name ?? `示例${registered}`,
      sex,
      birth,
      joined_on: joined_on === undefined ? (where.branch ? '2001-07-01' : null) : joined_on,
    },
  )
}

/** A post that somebody takes up in a Party organisation, elected unless said otherwise. */
export const takeUp = (
  at: PeopleOffice,
  onDate: string,
  person: string,
  organisation: string,
  {
    post = 'member',
    gained = 'elected',
    won_on = onDate as string | null,
    rank = null as string | null,
  } = {},
) =>
  at.establish('partyPost', onDate, {
    person_id: person,
    organisation_id: organisation,
    post,
    gained,
    won_on,
    working_time: 'part_time',
    duty: null,
    standing: null,
    rank,
  })

/** A post that somebody takes up in a community. */
export const employ = (at: PeopleOffice, onDate: string, person: string, community: string, post: string) =>
  at.establish('communityPost', onDate, {
    person_id: person,
    place_id: community,
    post,
    gained: 'employed',
    won_on: null,
    working_time: 'full_time',
    duty: null,
    standing: null,
    rank: null,
    contract_until: null,
  })
