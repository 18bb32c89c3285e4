import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoLedgers, makeDemo } from '../../demo/make.ts'
import { type DemoTotals, jinshan } from '../../demo/totals.ts'
import type { ImportResult } from '../platform/ledgers/import-file.ts'
import { listenSettings } from '../platform/rpc/server/listen.ts'
import { addDays, type Day, day, firstOfYear } from '../platform/values/day.ts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Scope } from '../platform/db/scope.ts'
import { answerValue } from '../platform/figures/answer.ts'
import { exportRows } from '../platform/figures/export-rows.ts'
import { inputsOf } from '../platform/figures/figure.ts'
import { figureNamed } from '../platform/figures/registry.ts'
import { resolveQuestion } from '../platform/figures/resolve.ts'
import { partOf, rowsPage } from '../platform/figures/rows.ts'
import { readSheets } from '../platform/ledgers/read-sheets.ts'
import { askValue } from './commands/question.ts'
import { isDemoUnfinished, loadDemo } from './load-demo.ts'
import { openProgram, type Program } from './program.ts'
import { accountsFor } from './server.ts'
import { type Installation, makeInstallation } from './testing/installation.ts'
import { recountEnterprise } from './testing/recount-enterprise.ts'
import { recountRequests } from './testing/recount-requests.ts'
import { recountPeople, share } from './testing/recount-people.ts'
import { recountTerms } from './testing/recount-terms.ts'

/** A street that is nowhere, with totals of its own. */
const totals: DemoTotals = {
  ...jinshan,
  seed: 4711,
  asOf: day('2019-10-31'),
  street: { code: '350206088000', name: '样板街道', party: '中共样板街道工作委员会' },
  communities: ['甲', '乙', '丙', '丁'].map((name, index) => ({
    code: `35020608800${index + 1}`,
    name: `样板${name}社区`,
    organisation: index === 0 ? '611' : '621',
  })),
  compoundsEach: [3, 5],
  compoundCoverage: 0.5,
  stairwellCoverage: 0.4,
  unitBranches: 7,
  adjusted: { shells: 1, mergers: 1, absorbed: 1, reclassified: 1, joint: 1, anew: 1 },
  legalPersons: 50,
  memberUnits: 22,
  secondSeats: 5,
  seatsLeft: 4,
  boards: { ...jinshan.boards, seats: 22, sumOfAges: 860 },
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
  reported: {
    units: [],
    compounds: [{ name: '样板花园', community: '350206088002' }],
    temporaryBranches: [{ name: '样板花园临时党支部', compound: '样板花园', since: day('2018-06-29') }],
  },
}

type Line = Readonly<Record<string, string>>

let installation: Installation
let program: Program
let loaded: ImportResult
beforeAll(async () => {
  installation = await makeInstallation()
  program = await openProgram({ env: installation.env })
  const accounts = accountsFor(
    program.database,
    program.sessionSecret,
    listenSettings(installation.env, true),
  )
  loaded = await loadDemo(program, accounts, totals)
}, 180_000)
afterAll(async () => {
  await program?.close()
  await installation.remove()
})

const demo = makeDemo(totals)
const { life } = demo
const linesOf = (id: string): readonly Line[] =>
  demoLedgers(totals).find(({ ledger }) => ledger.id === `organisation.${id}`)?.rows ?? []
const inForce = (asOf: Day) => (line: Line) =>
  (line['begins'] as string) <= asOf && !(line['ends'] && line['ends'] <= asOf)

/** Every figure, counted over the lines of the workbooks by a person's rules and without a database. */
function recount(asOf: Day): Record<string, string> {
  const places = linesOf('places').filter(inForce(asOf))
  const all = lived(linesOf('party_organisations'))
  const organisations = all.filter(inForce(asOf))
  const seats = linesOf('member_seats').filter(inForce(asOf))
  const noGroup = (line: Line) => line['kind'] !== '党小组'
  const within = (date: string | undefined) => Boolean(date && date >= firstOfYear(asOf) && date <= asOf)
  const begun = (...how: string[]) =>
    all.filter(
      (line) => noGroup(line) && within(line['begins']) && how.includes(line['how'] ?? 'established'),
    ).length
  const ended = (how: string) => all.filter((line) => within(line['ends']) && line['went'] === how).length
  const compounds = places.filter((line) => line['kind'] === '小区')
  const stairwells = places.filter((line) => line['kind'] === '楼道')
  const seatsOf = (kinds: readonly string[]) =>
    new Set(
      organisations.filter((line) => kinds.includes(line['kind'] as string)).map((line) => line['seat_id']),
    )
  const branches = seatsOf(['党支部', '联合党支部'])
  const groups = seatsOf(['党小组'])
  const covered = compounds.filter((line) => branches.has(line['code']))
  const coveredStairwells = stairwells.filter(
    (line) => groups.has(line['code']) || groups.has(line['parent_id']),
  )
  const statutory = ['党委', '党总支部', '党支部']
  const community = (line: Line) =>
    line['founded_in'] === '社区' && statutory.includes(line['kind'] as string)
  return Object.fromEntries(
    Object.entries({
      organisations: organisations.filter(noGroup).length,
      community_organisations: organisations.filter(community).length,
      groups: organisations.length - organisations.filter(noGroup).length,
      compounds: compounds.length,
      compounds_covered: covered.length,
      compound_coverage: share(covered.length, compounds.length),
      stairwells: stairwells.length,
      stairwells_covered: coveredStairwells.length,
      stairwell_coverage: share(coveredStairwells.length, stairwells.length),
      established: begun('established', 'jointly_established'),
      dissolved: ended('dissolve'),
      non_public_shells_dissolved: ended('dissolve'),
      non_public_formed:
        begun('jointly_established', 'merge') +
        life.filter((act) => act.does === 'found' && act.act === 'established' && within(act.onDate)).length +
        life.filter((act) => act.does === 'reclassify' && within(act.onDate)).length,
      came_established: begun('established'),
      came_jointly_established: begun('jointly_established'),
      came_of_mergers: begun('merge'),
      went_dissolved: ended('dissolve'),
      went_absorbed: ended('absorb'),
      went_merged: ended('merge'),
      ...Object.fromEntries(
        [
          'came_restored',
          'came_of_splits',
          'moved_in',
          'reclassified_in',
          'went_split',
          'moved_out',
          'reclassified_out',
        ].map((never) => [never, 0]),
      ),
      member_units: new Set(seats.map((line) => line['unit_id'])).size,
      member_seats: seats.length,
    }).map(([name, value]) => [`organisation.${name}`, String(value)]),
  )
}

/** The lines with what was done since: who ended and how, and who came to be. */
function lived(lines: readonly Line[]): Line[] {
  const all = lines.map((line): Record<string, string> => ({ ...line }))
  for (const act of life) {
    if ('codes' in act)
      for (const code of act.codes)
        Object.assign(all.find((line) => line['code'] === code) ?? {}, { ends: act.onDate, went: act.does })
    if ('founded' in act) {
      const { sets, code } = act.founded
      all.push({
        code,
        kind: sets['kind'] === '632' ? '联合党支部' : '党支部',
        founded_in: '单位',
        seat_id: sets['seat_id'] as string,
        begins: act.onDate,
        how: act.does === 'merge' ? 'merge' : act.act,
      })
    }
  }
  return all
}

async function counted(asOf: Day): Promise<Record<string, string | null>> {
  const values: Record<string, string | null> = {}
  for (const figure of program.figures.byId.keys())
    values[figure] = (await askValue(program, { figure, asOf })).value
  return values
}

test('another demo imports whole, as one change, and is finished', async () => {
  expect(loaded.counts.created).toBe(demoLedgers(totals).reduce((sum, { rows }) => sum + rows.length, 0))
  expect(loaded).toMatchObject({ errors: [], findings: [], change: '1' })
  expect(await isDemoUnfinished(program.database)).toBe(false)
})

const recounted = (asOf: Day): Record<string, string | null> => ({
  ...recount(asOf),
  ...recountPeople(demo, asOf),
  ...recountTerms(demo, asOf),
  ...recountEnterprise(demo, asOf),
  ...recountRequests(demo, asOf),
})

// The ends of the years are among them, so that every act falls into a year that is counted.
const daysBefore = [0, 30, 305, 670, 1100, 1500]
test.each(daysBefore)('every figure is what its own records say, %i days before', async (days) => {
  const asOf = addDays(totals.asOf, -days)
  expect(await counted(asOf)).toEqual(recounted(asOf))
})

test('the days compared are such that every figure is something on one of them', () => {
  const recounts = daysBefore.map((days) => {
    const asOf = addDays(totals.asOf, -days)
    return recounted(asOf)
  })
  const shown = [...program.figures.byId.values()].filter((figure) => !figure.apart)
  for (const { id: figure } of shown)
    expect([figure, recounts.some((values) => Number(values[figure]) > 0)]).toEqual([figure, true])
})

test('its totals are its own and none of the first demo', async () => {
  const values = await counted(totals.asOf)
  expect(values['organisation.community_organisations']).toBe('4')
  expect(values['organisation.member_units']).toBe('22')
  const first = demoLedgers(jinshan).reduce((sum, { rows }) => sum + rows.length, 0)
  expect(loaded.counts.created).not.toBe(first)
})

test('loaded again it changes nothing', async () => {
  const accounts = accountsFor(
    program.database,
    program.sessionSecret,
    listenSettings(installation.env, true),
  )
  const again = await loadDemo(program, accounts, totals)
  expect(again).toMatchObject({ counts: { created: 0, updated: 0, refused: 0 }, change: null })
})

test('the rows of every figure go out as a workbook, as many and as much as its value says, and within the scope alone', async () => {
  const { figures, database } = program
  const whole = { office: 1, places: 'all' } as const
  const path = join(installation.folder, 'rows.xlsx')
  const made = {
    language: 'zh',
    office: { zh: '样板街道', en: 'Street' },
    by: '测试',
    on: totals.asOf,
  } as const
  const sheetsOf = async () =>
    await readSheets({ name: 'rows.xlsx', bytes: new Uint8Array(await readFile(path)) })
  const community = await resolveQuestion(figures, whole, figureNamed(figures, 'organisation.compounds'), {
    node: '350206088002',
  })
  const scopes: Scope[] = [whole, { office: 1, places: [community.node] }]
  for (const figure of figures.byId.values()) {
    for (const scope of scopes) {
      for (const part of inputsOf(figure).length > 1
        ? (['numerator', 'denominator'] as const)
        : [undefined]) {
        const question = await resolveQuestion(figures, scope, figure, { asOf: totals.asOf })
        const value = await answerValue(figures, question, true)
        const page = await rowsPage(figures, question, partOf(question, part), null, undefined)
        const exported = await exportRows(figures, question, { ...made, part, linesPerSheet: 40 }, path)
        expect([figure.id, exported.rows]).toEqual([figure.id, page.count])
        const counted = part === undefined ? value : value.inputs[part === 'numerator' ? 0 : 1]
        expect(exported.rows).toBe(counted?.rowCount)
        const [cover, ...sheets] = await sheetsOf()
        const lines = sheets.flatMap(({ rows }) => rows.slice(1))
        expect(lines.map((line) => String(line.values[0]))).toEqual(
          page.rows.map(({ record }) => record.title || '（不在管辖范围内）'),
        )
        if (scope.places !== 'all')
          expect(
            lines.every(
              (line) =>
                String(line.values[1]) === '样板乙社区' ||
                page.rows.some(({ place }) => place.name === line.values[1]),
            ),
          ).toBe(true)
        const said = new Map(
          cover?.rows.map((line) => [String(line.values[0]), String(line.values[1] ?? '')]),
        )
        expect(said.get('行数')).toBe(String(page.count))
        expect(said.get('指标')).toBe(figure.label.zh)
        expect(said.get('内容校验（SHA-256）')).toBe(exported.digest)
        expect(said.get('计数范围')).toBe(scope.places === 'all' ? '全部地点' : '样板乙社区')
      }
    }
  }
  expect(database.pool.waitingCount).toBe(0)
}, 180_000)
