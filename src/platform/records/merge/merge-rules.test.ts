import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../db/id.ts'
import type { Refusal } from '../../refusal.ts'
import type { Override } from '../../rules/judge.ts'
import { defineRule } from '../../rules/rule.ts'
import { clerk, openTestOffice } from '../../testing/office.ts'
import { alpha } from '../../testing/two-areas/alpha.ts'
import { beta } from '../../testing/two-areas/beta.ts'
import { text } from '../../text.ts'
import { day } from '../../values/day.ts'
import type { Judged } from '../behaviour.ts'
import { recordEvent } from '../write.ts'
import { performMerge } from './perform-merge.ts'
import { previewMerge } from './preview-merge.ts'

const type = 'alpha.holder'
const fewSeats = defineRule<Judged>({
  id: 'R-TEST-01',
  name: text('席位', 'Seats'),
  basis: text('测试', 'Test'),
  source: 'practice',
  inForce: { from: day('2000-01-01'), to: null },
  weight: 'warn',
  judges: 'act',
  check: ({ spells }) =>
    Number(spells.at(-1)?.attributes['seats']) > 10
      ? [{ message: text('席位超过10个。', 'More than 10 seats.') }]
      : [],
})
const ruled = {
  ...alpha,
  records: alpha.records.map((one) => (one.type.id === type ? { ...one, rules: [fewSeats] } : one)),
}
const open = () =>
  openTestOffice([ruled, beta], { site: 'alpha.site', holder: type, payment: 'beta.payment' })
let office: Awaited<ReturnType<typeof open>>
let site: string
beforeAll(async () => {
  office = await open()
  site = await office.establish('site', '2000-01-01', { name: '总', code: 'R', parent_id: null })
})
afterAll(() => office.close())

async function holderWith(seats: string, overrides: readonly Override[] = []): Promise<string> {
  const { id } = await recordEvent(
    office.records,
    { scope: office.whole, actor: clerk },
    {
      type,
      reason: null,
      idempotencyKey: newId(),
      overrides,
      act: 'registered',
      onDate: day('2010-01-01'),
      documentNo: null,
      header: { code: newId() },
      sets: { name: '甲', kind: 'firm', site_id: site, parent_id: null, seats },
    },
  )
  return id
}
const lifted = [{ rule: fewSeats.id, reason: '确有需要' }]

test('a merge is stopped by what it newly sets against a rule, and by nothing that was so before', async () => {
  const asking = { scope: office.whole, actor: clerk }
  const input = async (kept: string, given: string, take: readonly string[]) => ({
    type,
    reason: '同一个',
    overrides: [],
    kept: { id: kept, version: await office.versionOf('holder', kept) },
    given: { id: given, version: await office.versionOf('holder', given) },
    take,
  })
  const [few, many] = [await holderWith('5'), await holderWith('12', lifted)]
  const asked = await input(few, many, ['seats'])
  const shown = await previewMerge(office.records, office.figures, asking, asked)
  expect(shown.stopped.map(({ rule, record }) => [rule, record.id])).toEqual([[fewSeats.id, few]])
  const perform = (overrides: readonly Override[]) =>
    performMerge(office.records, asking, {
      ...asked,
      overrides,
      seen: shown.seen,
      idempotencyKey: newId(),
    })
  const head = await office.head()
  await expect(perform([])).rejects.toMatchObject({ code: 'RULE' } satisfies Partial<Refusal>)
  expect(await office.head()).toBe(head)
  await perform(lifted)

  // It has its twelve seats by a reason given before; that another turns out to be it is no new act.
  const again = await input(few, await holderWith('3'), [])
  const second = await previewMerge(office.records, office.figures, asking, again)
  expect([second.stopped, second.findings]).toEqual([[], []])
  await performMerge(office.records, asking, { ...again, seen: second.seen, idempotencyKey: newId() })
})
