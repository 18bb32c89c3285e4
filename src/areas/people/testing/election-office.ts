import { openPeopleOffice, type PeopleOffice } from './office.ts'

const surnames = ['丁', '王', '李', '陈', '林', '黄', '张', '吴', '蔡'] as const

/** A community whose Party committee was elected in June 2015, with its members by surname, and who sat on it. */
export async function openElectionOffice() {
  const at = await openPeopleOffice()
  const street = await at.establish(
    'place',
    '2000-01-01',
    { name: '测试街道', code: '350206005000', parent_id: null },
    { kind: 'street' },
  )
  const community = await at.establish(
    'place',
    '2000-01-01',
    { name: '示例社区', code: '350206005023', parent_id: street },
    { kind: 'community' },
  )
  const organisation = await organisationIn(at, community, 'DZZ-0001', '示例社区党委')
  const other = await organisationIn(at, community, 'DZZ-0002', '另一党委')
  const people = new Map<string, string>()
  for (const surname of surnames) people.set(surname, await memberOf(at, organisation, surname))
  const outsider = await memberOf(at, other, '外')
  const person = (surname: string) => people.get(surname) as string
  for (const [surname, post] of [
    ['王', 'secretary'],
    ['李', 'deputy_secretary'],
    ['陈', 'member'],
    ['林', 'member'],
  ] as const)
    await at.establish('partyPost', '2015-06-20', {
      person_id: person(surname),
      organisation_id: organisation,
      post,
      gained: 'elected',
      won_on: '2015-06-20',
      working_time: 'part_time',
    })
  return { at, street, community, organisation, other, outsider, person }
}

const organisationIn = (at: PeopleOffice, seat: string, code: string, name: string) =>
  at.establish(
    'organisation',
    '2010-01-01',
    {
      name,
      kind: '611',
      founded_in: 'community',
      parent_id: null,
      seat_id: seat,
      unit_id: null,
      term_from: '2015-06-20',
      term_years: '3',
    },
    { code },
  )

const memberOf = (at: PeopleOffice, branch: string, surname: string) =>
  at.establish(
    'person',
    '2010-01-01',
    { education: '21', branch_id: branch, category: 'full' },
    {
      code: `RY-${surname}`,
      name: `${surname}示例`,
      sex: '1',
      birth: '1975-05',
      joined_on: '2000-01-01',
    },
  )

export type ElectionOffice = Awaited<ReturnType<typeof openElectionOffice>>

/** The next term-end election of the committee, planned for June 2018, without any step done. */
export const planElection = (
  { at, organisation }: ElectionOffice,
  code: string,
  more: Readonly<Record<string, string>> = {},
) =>
  at.establish(
    'election',
    '2018-01-10',
    {
      organisation_id: organisation,
      kind: 'term',
      term_no: '3',
      seats: '3',
      secretary_by: 'committee',
      planned_on: '2018-06-20',
      ...more,
    },
    { code },
  )

/** Every step up to the report, each on a day of its own. */
export async function takeSteps({ at }: ElectionOffice, election: string): Promise<void> {
  for (const [step, on] of [
    ['requested', '2018-02-10'],
    ['approved', '2018-03-01'],
    ['candidates_requested', '2018-04-10'],
    ['candidates_approved', '2018-04-20'],
    ['held', '2018-06-20'],
  ] as const)
    await at.happen('election', election, step, on)
}
