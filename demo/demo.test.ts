import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { areas } from '../src/app/areas.ts'
import { clerk, openTestOffice } from '../src/platform/testing/office.ts'
import type { ImportResult } from '../src/platform/ledgers/import-file.ts'
import { importFile } from '../src/platform/ledgers/import-file.ts'
import { day } from '../src/platform/values/day.ts'
import { checkFacts } from './check.ts'
import { performLife } from '../src/app/perform-life.ts'
import { demoLedgers, demoWorkbooks, makeDemo } from './make.ts'
import { type DemoTotals, jinshan } from './totals.ts'

/** Another street, invented throughout, with other totals: what holds must follow from its records alone. */
const other: DemoTotals = {
  ...jinshan,
  seed: 7,
  street: { code: '350206099000', name: '示例街道', party: '中共示例街道工作委员会' },
  communities: ['001', '002', '003', '004', '005'].map((code, index) => ({
    code: `350206099${code}`,
    name: `示例${'甲乙丙丁戊'[index]}社区`,
    organisation: index % 2 === 0 ? '611' : '621',
  })),
  compoundsEach: [2, 4],
  legalPersons: 60,
  unitBranches: 6,
  adjusted: { shells: 1, mergers: 1, absorbed: 0, reclassified: 1, joint: 1, anew: 1 },
  memberUnits: 31,
  secondSeats: 4,
  seatsLeft: 3,
  boards: { ...jinshan.boards, seats: 27, sumOfAges: 1080 },
  service: {
    ...jinshan.service,
    zones: 2,
    streetLeaders: 3,
    paired: 9,
    instructors: 2,
    contacts: 8,
    solved: 40,
    second: 3,
  },
  companies: {
    ...jinshan.companies,
    served: 55,
    aboveScale: 3,
    internet: 9,
    qualifying: 3,
    coveredAtLaunch: 1,
    improved: 2,
  },
  outcomes: {
    ...jinshan.outcomes,
    capitalIncrease: { company: null, yuan: '8000000', on: day('2018-06-15') },
    financings: 3,
    hirings: 2,
    trainings: 3,
  },
  reported: { units: [], compounds: [], temporaryBranches: [] },
}

const openOffice = () => openTestOffice(areas, {})
type TestOffice = Awaited<ReturnType<typeof openOffice>>
const ledgers = areas.flatMap((area) => area.ledgers)

async function load(office: TestOffice, totals: DemoTotals): Promise<ImportResult> {
  const files = await demoWorkbooks(totals)
  const result = await importFile(office.database, office.engine, ledgers, {
    scope: office.whole,
    actor: clerk,
    files,
  })
  return result
}

/** What happened since the workbooks were entered. */
async function live(office: TestOffice, totals: DemoTotals): Promise<void> {
  const { life } = makeDemo(totals)
  await performLife(office.records, { scope: office.whole, actor: clerk }, life, `demo-${totals.seed}`)
}

/** What a figure should be, counted over the lines of the workbooks. */
function recount(totals: DemoTotals) {
  const rowsOf = (id: string) => demoLedgers(totals).find(({ ledger }) => ledger.id === id)?.rows ?? []
  const inForce = (row: Readonly<Record<string, string>>) =>
    (row['begins'] as string) <= totals.asOf && !(row['ends'] && row['ends'] <= totals.asOf)
  const seats = rowsOf('organisation.member_seats').filter(inForce)
  return {
    seats: seats.length,
    units: new Set(seats.map((row) => row['unit_id'])).size,
    organisations: rowsOf('organisation.party_organisations').filter(
      (row) => inForce(row) && row['kind'] !== '党小组',
    ).length,
    members: rowsOf('people.people').filter((row) => inForce(row) && row['branch_id']).length,
    compounds: rowsOf('organisation.places').filter((row) => row['kind'] === '小区').length,
  }
}

describe.each([
  ['Jinshan', jinshan],
  ['another street', other],
])('%s', (_name, totals) => {
  let office: TestOffice
  let result: ImportResult
  beforeAll(async () => {
    office = await openOffice()
    result = await load(office, totals)
  }, 120_000)
  afterAll(() => office.close())

  test('imports without errors, and again without changes', async () => {
    expect(result.errors).toEqual([])
    expect(result.findings).toEqual([])
    expect(result.counts.created).toBe(demoLedgers(totals).reduce((sum, { rows }) => sum + rows.length, 0))
    const again = await load(office, totals)
    expect(again.counts).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: result.counts.created,
      refused: 0,
    })
    expect(again.change).toBeNull()
  }, 120_000)

  test('yields the figures that its records say', async () => {
    const expected = recount(totals)
    const value = async (figure: string) =>
      (await office.value({ figure, node: totals.street.code, asOf: totals.asOf })).value
    expect(await value('organisation.community_organisations')).toBe(String(totals.communities.length))
    expect(await value('organisation.member_units')).toBe(String(totals.memberUnits))
    expect(expected.units).toBe(totals.memberUnits)
    expect(expected.seats).toBeGreaterThan(totals.memberUnits)
    expect(await value('organisation.member_seats')).toBe(String(expected.seats))
    expect(await value('organisation.organisations')).toBe(String(expected.organisations))
    expect(await value('organisation.compounds')).toBe(String(expected.compounds))
    expect(await value('people.members')).toBe(String(expected.members))
    expect(await value('people.posts_filled')).toBe(String(3 * totals.communities.length))
    const covered = Number(await value('organisation.compounds_covered'))
    expect(covered).toBeGreaterThan(0)
    expect(covered).toBeLessThan(expected.compounds)
  })
})

test('the reported facts that an area computes agree, and every other one is said to be absent', async () => {
  const office = await openOffice()
  try {
    await load(office, jinshan)
    await live(office, jinshan)
    const checked = await checkFacts((question) => office.value(question))
    expect([...new Set(checked.map(({ fact }) => fact))]).toEqual(
      Array.from({ length: 33 }, (_, index) => `F${index + 1}`),
    )
    const computed = checked.filter(({ agrees }) => agrees !== null)
    expect(computed.filter(({ agrees }) => !agrees)).toEqual([])
    expect(computed.map(({ fact, figure, value, rows }) => [fact, figure, value, rows])).toEqual([
      ['F1', 'organisation.community_organisations', '9', 9],
      ['F2', 'organisation.member_units', '73', expect.any(Number)],
      ['F7', 'enterprise.drive_today_coverage', '100.0', 30],
      ['F7', 'enterprise.drives_with_open_census', '0', 0],
      ['F8', 'organisation.non_public_shells_dissolved', '5', 5],
      ['F9', 'organisation.non_public_formed', '9', 9],
      ['F10', 'people.committee_elected', '50', 50],
      ['F11', 'people.committee_elected_mean_age', '38.3', 50],
      ['F12', 'people.committee_elected_junior_college_share', '100.0', 100],
      ['F13', expect.stringContaining('mean_age'), expect.stringMatching(/^-/), 100],
      [
        'F13',
        expect.stringContaining('junior_college_share'),
        expect.stringMatching(/^\d/),
        expect.any(Number),
      ],
      ['F14', 'people.posts_filled', '27', 27],
      ['F15', 'people.communities_staffed', '9', 9],
      ['F15', 'people.communities', '9', 9],
      ['F23', 'people.temporary_members', '16', 16],
      ['F25', 'enterprise.zones', '4', 4],
      ['F26', 'enterprise.zone_leaders', '25', 25],
      ['F27', 'enterprise.members_paired', '126', 126],
      ['F28', 'enterprise.instructors', '8', 8],
      ['F29', 'enterprise.joint_departments', '3', 3],
      ['F30', 'enterprise.improved_above_scale', '5', 5],
      ['F31', 'enterprise.capital_assisted', '22000000000.00', 1],
      ['F32', 'enterprise.companies_with_problem_solved', '156', expect.any(Number)],
      ['F33', 'enterprise.trainings', '4', 4],
    ])
    await expect(
      checkFacts((question) => office.value({ ...question, asOf: day('2017-01-01') })),
    ).resolves.toContainEqual(expect.objectContaining({ fact: 'F2', agrees: false }))
  } finally {
    await office.close()
  }
}, 120_000)

test('the acts of another street yield its own numbers of dissolved and formed, and done again they change nothing', async () => {
  const office = await openOffice()
  try {
    await load(office, other)
    await live(office, other)
    const value = async (figure: string) =>
      (
        await office.value({
          figure,
          node: other.street.code,
          period: { from: day('2017-01-01'), through: other.asOf },
        })
      ).value
    const { shells, mergers, reclassified, joint, anew } = other.adjusted
    expect(await value('organisation.non_public_shells_dissolved')).toBe(String(shells))
    expect(await value('organisation.non_public_formed')).toBe(String(mergers + reclassified + joint + anew))
    const elected = await office.value({
      figure: 'people.committee_elected_mean_age',
      node: other.street.code,
      asOf: other.boards.agesOn,
    })
    expect([elected.value, elected.rowCount]).toEqual(['40.0', other.boards.seats])
    const head = await office.head()
    await live(office, other)
    expect(await office.head()).toBe(head)
  } finally {
    await office.close()
  }
}, 120_000)

test('the same seed makes the same lines, another seed other ones', () => {
  expect(makeDemo(jinshan)).toEqual(makeDemo(jinshan))
  expect(demoLedgers({ ...jinshan, seed: 1 })).not.toEqual(demoLedgers(jinshan))
})

test('real units carry what the report states and nothing more', () => {
  const [, persons, organisations, , seats] = demoLedgers(jinshan).map(({ rows }) => rows)
  const real = (persons ?? []).filter((row) => row['invented'] === '否')
  expect(real.map((row) => row['name'])).toEqual(jinshan.reported.units.map((unit) => unit.name))
  const codes = new Map(real.map((row) => [row['credit_code'], row['name']]))
  expect((organisations ?? []).some((row) => codes.has(row['unit_id']))).toBe(false)
  expect(
    (seats ?? []).filter((row) => codes.has(row['unit_id'])).map((row) => codes.get(row['unit_id'])),
  ).toEqual(['厦门万科'])
  for (const row of persons ?? []) expect(row['credit_code']?.slice(8, 10)).toBe('XX')
})
