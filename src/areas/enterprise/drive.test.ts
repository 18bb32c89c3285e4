import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Scope } from '../../platform/db/scope.ts'
import { toldOf } from '../../platform/testing/told-of.ts'
import { furnish } from './testing/furnish.ts'
import { type EnterpriseOffice, openEnterpriseOffice } from './testing/office.ts'

let at: EnterpriseOffice
let there: Awaited<ReturnType<typeof furnish>>
let drive: string
beforeAll(async () => {
  at = await openEnterpriseOffice()
  there = await furnish(at)
  drive = await launch('GJ-1', '2018-03-01')
}, 120_000)
afterAll(() => at.close())

const launch = (code: string, on: string, more: Record<string, string> = {}) =>
  at.establish(
    'drive',
    on,
    {
      name: `互联网企业攻坚${code}`,
      industry: 'internet',
      days: '100',
      last_day: '2018-06-08',
      census: 'open',
      ...more,
    },
    { code },
  )
const list = (company: string, on: string, more: Record<string, string | null> = {}) =>
  at.establish('target', on, {
    drive_id: drive,
    company_id: company,
    has_place: 'true',
    staff: '12',
    active: 'true',
    evidence: '走访',
    owner_id: null,
    why_not: null,
    planned_on: null,
    ...more,
  })
/** Covered and qualifying, on the day’s list and on the opening list. */
async function coverage(asOf: string, node = there.street, more: { scope?: Scope; knownAt?: string } = {}) {
  const one = async (figure: string) => {
    const { inputs } = await at.value(
      {
        figure: `enterprise.drive_${figure}_coverage`,
        node,
        asOf: asOf as never,
        ...(more.knownAt ? { knownAt: more.knownAt } : {}),
      },
      more.scope,
    )
    return inputs.map(({ value }) => value).join('/')
  }
  return { today: await one('today'), opening: await one('opening') }
}

test('a company found late changes the day’s list and not the opening list', async () => {
  const first = await there.company(there.east)
  const second = await there.company(there.east)
  const small = await there.company(there.west)
  await list(first.id, '2018-03-01')
  await list(second.id, '2018-03-01')
  await list(small.id, '2018-03-01', { staff: '9' })
  expect(await coverage('2018-02-28')).toEqual({ today: '0/0', opening: '0/0' })
  expect(await coverage('2018-03-01')).toEqual({ today: '0/2', opening: '0/2' })

  await there.branch(there.east, first.unit, '2018-03-20')
  expect(await coverage('2018-03-19')).toEqual({ today: '0/2', opening: '0/2' })
  expect(await coverage('2018-03-20')).toEqual({ today: '1/2', opening: '1/2' })

  const late = await there.company(there.west, '2018-04-01')
  await list(late.id, '2018-04-02')
  expect(await coverage('2018-04-01')).toEqual({ today: '1/2', opening: '1/2' })
  expect(await coverage('2018-04-02')).toEqual({ today: '1/3', opening: '1/2' })
})

test('a joint branch in another community covers, for the clerk of the company’s community as well', async () => {
  const [west, other] = [await there.company(there.west), await there.company(there.west)]
  await list(west.id, '2018-03-01')
  await list(other.id, '2018-03-01')
  const before = await at.head()
  const joint = await there.branch(there.east, null, '2018-05-01', '632')
  const covered = await at.establish('coveredUnit', '2018-05-10', {
    organisation_id: joint,
    unit_id: west.unit,
  })
  const scope = { office: 1, places: [there.west] }
  expect(await coverage('2018-05-09', there.west, { scope })).toEqual({ today: '0/3', opening: '0/2' })
  expect(await coverage('2018-05-10', there.west, { scope })).toEqual({ today: '1/3', opening: '1/2' })
  expect(await coverage('2018-05-10', there.west, { scope, knownAt: String(before) })).toEqual({
    today: '0/3',
    opening: '0/2',
  })
  await at.happen('coveredUnit', covered, 'dissolved', '2018-06-01')
  expect(await coverage('2018-06-01', there.west, { scope })).toEqual({ today: '0/3', opening: '0/2' })
})

test('a cancelled company is no more counted on the day’s list, and a finding asks for it to be taken off', async () => {
  const gone = await there.company(there.east)
  const target = await list(gone.id, '2018-03-01')
  expect((await coverage('2018-05-19', there.east)).today).toBe('1/3')
  await at.happen('legalPerson', gone.unit, 'state_changed', '2018-05-20', { state: 'cancelled' })
  expect((await coverage('2018-05-20', there.east)).today).toBe('1/2')
  expect((await coverage('2018-05-20', there.east)).opening).toBe('1/3')
  expect(await toldOf(at, target, '2018-05-19')).toEqual([])
  expect(await toldOf(at, target, '2018-05-20')).toEqual(['R-S3-01 warn'])
  await at.happen('target', target, 'left', '2018-05-20', { leaving: 'not_operating' })
  expect(await toldOf(at, target, '2018-05-20')).toEqual([])
})

test('of a hundred days the last is the ninety-ninth after the launch', async () => {
  const right = await launch('GJ-2', '2018-03-22', { last_day: '2018-06-29' })
  const wrong = await launch('GJ-3', '2018-03-22', { last_day: '2018-06-30' })
  expect(await toldOf(at, right, '2018-04-01')).toEqual([])
  expect(await toldOf(at, wrong, '2018-04-01')).toEqual(['R-S3-06 warn'])
})
