import { afterAll, beforeAll, expect, test } from 'vitest'
import { alpha, holdersInForce } from '../testing/two-areas/alpha.ts'
import { paymentsMade, paymentsStanding } from '../testing/two-areas/beta-rows.ts'
import { openTwoAreas, type TwoAreas } from '../testing/two-areas/open-two-areas.ts'
import { statementText } from './compile.ts'
import type { Shape } from './shape.ts'
import type { Question } from './contract.ts'
import type { Hierarchy } from './hierarchy.ts'

const [place] = alpha.hierarchies as [Hierarchy]
const answers = ['value', 'rows', 'place', 'month', 'kind', 'about'] as const
const shapes = [holdersInForce, paymentsStanding, paymentsMade].flatMap((rows) =>
  answers.flatMap((answer) =>
    (['then', 'today'] as const).map((structure) => ({
      rows,
      hierarchy: place,
      places: place,
      structure,
      answer,
      distinct: false,
      percents: [],
      ofKind: false,
      by: null,
      of: null,
    })),
  ),
)
// Who asks is somebody of today: the names of their places are today's, whatever moment they ask for.
const namesOfToday = /\(select json_object_agg[^]*\) as scope_names/
const schemasIn = (shape: Omit<Shape, 'past'>, past: boolean) => {
  const text = statementText({ ...shape, past }).text.replace(namesOfToday, '')
  return [
    ...new Set(
      [...text.matchAll(/"?(alpha|beta)(\w*)"?\."?\w+/g)].map(([, area, suffix]) => `${area}${suffix}`),
    ),
  ]
}

test.each(shapes)(
  'one switch takes every relation of $rows.id ($answer, $structure) to the past, of both areas',
  (shape) => {
    const present = schemasIn(shape, false)
    expect(present.every((schema) => ['alpha', 'beta'].includes(schema))).toBe(true)
    expect(schemasIn(shape, true)).toEqual(present.map((schema) => `${schema}_known`))
    expect(present).toContain('alpha')
  },
)

let areas: TwoAreas
let root: string
beforeAll(async () => {
  areas = await openTwoAreas()
  root = await areas.establish('alpha.site', '2000-01-01', { name: '总', code: 'R', parent_id: null })
})
afterAll(() => areas.close())

test('a correction in either area is seen from its change on, and not before', async () => {
  const register = (code: string) =>
    areas.establish(
      'alpha.holder',
      '2018-01-01',
      { name: code, kind: 'firm', site_id: root, parent_id: null },
      { code },
    )
  const value = async (knownAt?: string) =>
    (
      await areas.value({
        figure: 'beta.standing',
        node: root,
        asOf: '2018-06-30',
        ...(knownAt ? { knownAt } : {}),
      } as Question)
    ).value
  const heads = [await areas.head()]
  const after = async () => void heads.push(await areas.head())
  const holder = await register('F1')
  await after()
  const payment = await areas.establish(
    'beta.payment',
    '2018-02-01',
    { holder_id: holder, amount: '100' },
    { code: 'A' },
  )
  await after()
  await areas.correct('beta.payment', payment, {
    id: await areas.firstEvent('beta.payment', payment),
    sets: { amount: '90' },
    neverWas: false,
  })
  await after()
  // A change in the publishing area alone: the holder was registered later, so its payment no longer counts on that day.
  await areas.correct('alpha.holder', holder, {
    id: await areas.firstEvent('alpha.holder', holder),
    onDate: '2018-07-15' as never,
    sets: {},
    neverWas: false,
  })
  await after()
  expect(await Promise.all(heads.map((head) => value(head)))).toEqual([null, null, '1.00', '0.90', '0.00'])
  expect(await value()).toBe('0.00')
})

test('an answer says the change that it stands at, also where a later one was asked for', async () => {
  const question = { figure: 'beta.standing', node: root, asOf: '2018-06-30' } as Question
  const head = await areas.head()
  expect((await areas.value({ ...question, knownAt: String(BigInt(head) + 5n) })).question.knownAt).toBe(head)
  const { question: now } = await areas.value(question)
  expect(now).toMatchObject({
    knownAt: head,
    asOf: '2018-06-30',
    period: null,
    structure: 'then',
    scope: { whole: true, places: [] },
  })
  expect(now.knownAtMoment).toMatch(/^\d{4}-\d\d-\d\dT/)
})

test('a moment or a day of knowledge becomes the newest change by then; a day that is none is refused', async () => {
  const question = { figure: 'beta.standing', node: root, asOf: '2018-06-30' } as Question
  const known = async (knownAt: string) => (await areas.value({ ...question, knownAt })).question.knownAt
  expect(await known('2018-01-01')).toBe('0')
  expect(await known('2099-12-31')).toBe(await areas.head())
  const { knownAtMoment } = (await areas.value({ ...question, knownAt: '2' })).question
  const [before, after] = [-1, 1].map((ms) =>
    new Date(Date.parse(knownAtMoment as string) + ms).toISOString(),
  ) as [string, string]
  expect([await known(before), await known(after)]).toEqual(['1', '2'])
  for (const wrong of ['2018-02-30', '2018-13-01', '2018-01-01T25:00'])
    await expect(known(wrong)).rejects.toMatchObject({ code: 'INVALID' })
})
