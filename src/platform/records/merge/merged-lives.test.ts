import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../../db/id.ts'
import { read } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import { holderType } from '../../testing/two-areas/alpha-records.ts'
import { everyRow } from '../../testing/every-row.ts'
import { openTwoAreas, type TwoAreas } from '../../testing/two-areas/open-two-areas.ts'
import { addDays, day, type Day } from '../../values/day.ts'
import { performMerge } from './perform-merge.ts'
import { previewMerge } from './preview-merge.ts'
import { previewUnmerge, undoMerge } from './undo-merge.ts'

const holder = 'alpha.holder'
const first = day('2015-01-01')
const span = 60
const dayAt = fc.integer({ min: 0, max: span }).map((days) => addDays(first, days))
const site = fc.nat({ max: 2 })
const lives = fc.record({
  holders: fc.array(
    fc.record({
      on: dayAt,
      site,
      above: fc.nat({ max: 3 }),
      moves: fc.array(fc.record({ on: dayAt, site }), { maxLength: 2 }),
      left: fc.option(dayAt),
    }),
    { minLength: 3, maxLength: 5 },
  ),
  payments: fc.array(fc.record({ to: fc.nat({ max: 4 }), on: dayAt, back: fc.option(dayAt) }), {
    maxLength: 6,
  }),
  kept: fc.nat({ max: 4 }),
  given: fc.nat({ max: 4 }),
  take: fc.subarray(['code', 'contact', 'site_id', 'parent_id', 'seats']),
})
type Lives = typeof lives extends fc.Arbitrary<infer Value> ? Value : never

/** Whatever cannot be is refused and writes nothing; the lives that stand are those that make sense. */
const happened = async (act: Promise<unknown>): Promise<boolean> =>
  await act.then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refusal) return false
      throw error
    },
  )

async function play(areas: TwoAreas, { holders, payments }: Lives) {
  const sites: string[] = []
  for (const nth of [0, 1, 2]) {
    const parent_id: string | null = sites[0] ?? null
    sites.push(
      await areas.establish('alpha.site', '2000-01-01', { name: `点${nth}`, code: newId(), parent_id }),
    )
  }
  const ids: string[] = []
  for (const [nth, { on, site: at, above, moves, left }] of holders.entries()) {
    const sets = { name: `人${nth}`, kind: 'firm', site_id: sites[at] as string, seats: String(nth + 1) }
    const id = await areas.establish(
      holder,
      on,
      { ...sets, parent_id: ids[above] ?? null },
      { code: newId(), contact: newId() },
    )
    ids.push(id)
    for (const move of moves)
      await happened(areas.happen(holder, id, 'moved', move.on, { site_id: sites[move.site] as string }))
    if (left) await happened(areas.happen(holder, id, 'left', left))
  }
  for (const { to, on, back } of payments) {
    const id = await areas.establish(
      'beta.payment',
      on,
      { holder_id: ids[to % ids.length] as string, amount: '100' },
      { code: newId() },
    )
    if (back) await happened(areas.happen('beta.payment', id, 'taken_back', back))
  }
  return { ids, root: sites[0] as string }
}

const days = Array.from({ length: span / 6 + 2 }, (_, nth) => addDays(first, nth * 6 - 3))

const rowsOf = ({ database, whole, records }: TwoAreas) =>
  everyRow(database, whole, records.engine.types.values())

async function everything(areas: TwoAreas, root: string, known?: string) {
  const at = known === undefined ? {} : { knownAt: known }
  const told: (string | null)[] = []
  for (const asOf of days)
    for (const figure of ['alpha.holders', 'beta.standing', 'beta.holders_with_payment'])
      told.push((await areas.value({ figure, node: root, asOf, ...at })).value)
  const period = { from: first, through: addDays(first, span) }
  for (const figure of ['beta.made', 'beta.holders_paid', 'beta.net'])
    told.push((await areas.value({ figure, node: root, period, ...at })).value)
  return told
}

/** Each holder counts on each day of its life, whatever its other records: the sum that the figure must be. */
async function holdersOn(areas: TwoAreas, ids: readonly string[], on: Day): Promise<number> {
  return await read<unknown, number>(areas.database, areas.whole, async (reader) => {
    const loaded = await areas.records.engine.load(reader, holderType, ids)
    return [...loaded.values()].filter(({ spells }) =>
      spells.some(({ from, to }) => from <= on && (to === null || on < to)),
    ).length
  })
}

test('of any lives: the one that is given up counts on no day, the past is as it was known, and an unmerge restores every row and figure', async () => {
  let merged = 0
  await fc.assert(
    fc.asyncProperty(lives, async (drawn) => {
      const areas = await openTwoAreas()
      try {
        const { ids, root } = await play(areas, drawn)
        const [kept, given] = [
          ids[drawn.kept % ids.length] as string,
          ids[drawn.given % ids.length] as string,
        ]
        const asking = { scope: areas.whole, actor: areas.clerk }
        const versions = await read<unknown, (string | undefined)[]>(
          areas.database,
          areas.whole,
          async (reader) => {
            const loaded = await areas.records.engine.load(reader, holderType, [kept, given])
            return [kept, given].map((id) => loaded.get(id)?.version.toString())
          },
        )
        const before = {
          rows: await rowsOf(areas),
          told: await everything(areas, root),
          at: await areas.head(),
        }
        const input = {
          type: holder,
          reason: '同一个',
          overrides: [],
          kept: { id: kept, version: versions[0] as string },
          given: { id: given, version: versions[1] as string },
          take: drawn.take,
        }
        const attempt = async () => {
          const { seen } = await previewMerge(areas.records, areas.figures, asking, input)
          return await performMerge(areas.records, asking, { ...input, seen, idempotencyKey: newId() })
        }
        const done = await attempt().catch((error: unknown) => {
          if (error instanceof Refusal) return null
          throw error
        })
        if (!done) {
          expect(await rowsOf(areas)).toEqual(before.rows)
          return
        }
        merged += 1
        expect((await rowsOf(areas)).filter((row) => row.includes(given))).toEqual([])
        const others = ids.filter((id) => id !== given)
        for (const asOf of days)
          expect((await areas.value({ figure: 'alpha.holders', node: root, asOf })).value).toBe(
            String(await holdersOn(areas, others, asOf)),
          )
        expect(await everything(areas, root, before.at)).toEqual(before.told)
        const { digest } = await previewUnmerge(areas.records, asking, holderType, done.change)
        await undoMerge(areas.records, asking, holderType, {
          type: holder,
          reason: '是两个',
          overrides: [],
          idempotencyKey: newId(),
          change: done.change,
          seen: digest,
        })
        expect(await rowsOf(areas)).toEqual(before.rows)
        expect(await everything(areas, root)).toEqual(before.told)
      } finally {
        await areas.close()
      }
    }),
    { numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 100) * 0.15) },
  )
  expect(merged).toBeGreaterThan(0)
}, 300_000)
