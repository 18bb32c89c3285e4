import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '../../platform/db/transaction.ts'
import { resolveNode } from '../../platform/figures/hierarchy.ts'
import { testDatabase, type TestDatabase } from '../../platform/testing/database.ts'
import { addDays, type Day, day } from '../../platform/values/day.ts'
import { organisationArea } from '../organisation/index.ts'
import { peopleArea } from '../people/index.ts'
import { enterpriseArea } from './area.ts'
import type { CoverageDay } from './drive-contract.ts'
import { driveCurve } from './queries/drive-curve.ts'
import { furnish } from './testing/furnish.ts'
import { openEnterpriseOffice } from './testing/office.ts'

const launched = day('2018-03-22')
const days = 100
const last = addDays(launched, days - 1)
const nth = (offset: number) => addDays(launched, offset)

let database: TestDatabase
let offices = 0
beforeAll(async () => {
  database = await testDatabase([organisationArea, peopleArea, enterpriseArea])
}, 120_000)
afterAll(() => database.drop())

/** A company of a drive: days are counted from the launch; what never happens is null. */
type Listed = {
  readonly listed: number
  readonly left: number | null
  readonly staff: number
  readonly branch: number | null
  /** An instructor is sent from that day on. */
  readonly sent: number | null
  readonly cancelled: number | null
}
const within = (least: number) => fc.integer({ min: least, max: days + 5 })
const maybe = (least: number) => fc.option(within(least), { nil: null })
const company: fc.Arbitrary<Listed> = fc
  .record({
    listed: fc.oneof(fc.constant(0), within(0)),
    staff: fc.integer({ min: 8, max: 13 }),
    branch: maybe(-5),
    sent: maybe(-5),
    cancelled: maybe(1),
    stays: maybe(1),
  })
  .map(({ stays, ...rest }) => ({ ...rest, left: stays === null ? null : rest.listed + stays }))

/** The naive count of a day, company by company. */
function counted(companies: readonly Listed[], n: number): Omit<CoverageDay, 'day'> {
  const meets = companies.filter(({ staff }) => staff >= 10)
  const since = (first: number | null) => first !== null && first <= n
  const of = (list: readonly Listed[]) => {
    const qualifying = list.length
    const organised = list.filter(({ branch }) => since(branch)).length
    const worked = list.filter(({ branch, sent }) => since(branch) || since(sent)).length
    const rate = (part: number) =>
      qualifying === 0 ? null : (Math.round((part / qualifying) * 1000) / 10).toFixed(1)
    return { qualifying, organised, worked, rate: rate(organised), workRate: rate(worked) }
  }
  const there = ({ listed, left, cancelled }: Listed) =>
    listed <= n && (left === null || n < left) && (cancelled === null || n < cancelled)
  return { today: of(meets.filter(there)), opening: of(meets.filter(({ listed }) => listed === 0)) }
}

test('each of the hundred days is as a naive count says, and as its figures say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(company, { minLength: 1, maxLength: 4 }), async (companies) => {
      offices += 1
      const at = await openEnterpriseOffice(offices, database)
      const there = await furnish(at)
      const drive = await at.establish(
        'drive',
        launched,
        { name: '百日攻坚', industry: 'internet', days: String(days), last_day: last, census: 'open' },
        { code: 'GJ' },
      )
      const instructor = await at.establish(
        'person',
        '2010-01-01',
        { education: '21', branch_id: null, category: null, home_id: there.east },
        { code: 'RY-1', name: '示例一', sex: '1', birth: '1980-05' },
      )
      for (const { listed, left, staff, branch, sent, cancelled } of companies) {
        const { id, unit } = await there.company(there.east)
        const target = await at.establish('target', nth(listed), {
          drive_id: drive,
          company_id: id,
          has_place: 'true',
          staff: String(staff),
          active: 'true',
          evidence: null,
          owner_id: null,
          why_not: null,
          planned_on: null,
        })
        if (branch !== null) await there.branch(there.west, unit, nth(branch))
        if (sent !== null)
          await at.establish('posting', nth(sent), {
            person_id: instructor,
            company_id: id,
            kind: 'instructor',
          })
        if (cancelled !== null)
          await at.happen('legalPerson', unit, 'state_changed', nth(cancelled), { state: 'cancelled' })
        if (left !== null) await at.happen('target', target, 'left', nth(left), { leaving: 'other' })
      }
      const curve = await read<unknown, CoverageDay[]>(database, at.whole, async (reader) => {
        const { path } = await resolveNode(reader, at.records.place, there.street, last)
        return await driveCurve(reader, path, drive, { first: launched, last })
      })
      expect(curve).toEqual(
        Array.from({ length: days }, (_, n) => ({ day: nth(n), ...counted(companies, n) })),
      )
      for (const n of [0, 40, days - 1])
        for (const list of ['today', 'opening'] as const) {
          const counts = counted(companies, n)[list]
          for (const [figure, part] of [
            ['coverage', counts.organised],
            ['work_coverage', counts.worked],
          ] as const) {
            const { inputs } = await at.value({
              figure: `enterprise.drive_${list}_${figure}`,
              node: there.street,
              asOf: nth(n) as Day,
            })
            expect(inputs.map(({ value }) => value)).toEqual([String(part), String(counts.qualifying)])
          }
        }
    }),
    { numRuns: Math.max(4, Math.round((fc.readConfigureGlobal()?.numRuns ?? 100) / 15)), endOnFailure: true },
  )
}, 300_000)
