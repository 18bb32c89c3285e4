import { type Random, randomFrom } from '../../demo/random.ts'
import { memberCategories, educations, sexes } from '../../src/areas/people/terms.ts'
import { peopleLedger } from '../../src/areas/people/ledgers/people.ts'
import { composeProgram } from '../../src/app/program.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { newId } from '../../src/platform/db/id.ts'
import { read } from '../../src/platform/db/transaction.ts'
import { answerValue } from '../../src/platform/figures/answer.ts'
import { figureNamed, onLine } from '../../src/platform/figures/registry.ts'
import { resolveQuestion } from '../../src/platform/figures/resolve.ts'
import { columnLetter } from '../../src/platform/ledgers/cell-error.ts'
import { importFile } from '../../src/platform/ledgers/import-file.ts'
import { filledLedger } from '../../src/platform/ledgers/ledger-sheet.ts'
import type { RecordType } from '../../src/platform/records/record-type.ts'
import { keyText } from '../../src/platform/records/records-engine.ts'
import { recordEvent } from '../../src/platform/records/write.ts'
import { addDays, type Day, day } from '../../src/platform/values/day.ts'
import { inOffice, office } from '../open-office.ts'
import { watchProcesses } from '../watch-processes.ts'
import { badCells, spoilt } from './spoil-cells.ts'
import { memberSpoilings } from './spoil-members.ts'

/**
 * A register of XIAOMA_ROWS (20 000) members with XIAOMA_BAD (210) bad cells of 21 kinds: every one of them is listed where it stands and
 * nothing is written; mended, it goes in. Then one member goes over to a branch of another community: each figure of members moves
 * there on that day and not before. XIAOMA_SEED repeats it.
 */
const seed = Number(process.env['XIAOMA_SEED'] ?? 1)
const rowCount = Number(process.env['XIAOMA_ROWS'] ?? 20_000)
const badCount = Number(process.env['XIAOMA_BAD'] ?? 210)
const communities = 9
const branchesEach = 20
const scope = { office, places: 'all' } as const
const actor = { id: 'bench', name: '测试经办人' }
const asking = { scope, actor }
type Row = Readonly<Record<string, string>>
type Program = ReturnType<typeof composeProgram>

const assert = (holds: boolean, said: string) => {
  if (!holds) throw new Error(said)
}

async function measure(): Promise<void> {
  console.log(`XIAOMA_SEED=${seed} XIAOMA_ROWS=${rowCount} XIAOMA_BAD=${badCount}`)
  const memory = watchProcesses()
  try {
    await inOffice(async (database) => run(composeProgram({ ...database }), database))
  } finally {
    memory.stop()
  }
}

async function run(program: Program, database: Database): Promise<void> {
  const random = randomFrom(seed)
  await foundBranches(program)
  const rows = members(random)
  const cells = badCells(rows, badCount, random, memberSpoilings)
  const file = async (lines: readonly Row[], name: string) => ({
    name,
    bytes: await filledLedger(peopleLedger, 'zh', lines),
  })
  const go = async (lines: readonly Row[], name: string) =>
    await importFile(database, program.records.engine, program.ledgers, {
      scope,
      actor,
      files: [await file(lines, name)],
    })

  let began = performance.now()
  const tried = await go(spoilt(rows, cells), 'bad.xlsx')
  const seconds = () => ((performance.now() - began) / 1000).toFixed(1)
  const kinds = new Set(cells.map(({ column, says }) => `${column} ${says}`)).size
  console.log(
    `tried: ${tried.errorCount} errors of ${kinds} kinds in ${tried.counts.read} rows, ${seconds()} s`,
  )
  assert(tried.change === null, 'a workbook with errors was written')
  // The heading is the first line of the sheet.
  const listed = new Map(tried.errors.map((error) => [`${error.column}${error.row}`, error.message.zh]))
  assert(tried.errorCount === badCount, `${tried.errorCount} errors instead of ${badCount}`)
  let told = 0
  for (const { at, column, says } of cells) {
    const place = `${columnLetter(peopleLedger.columns.findIndex(({ key }) => key === column))}${at + 2}`
    const message = listed.get(place)
    if (message === undefined) continue
    told += 1
    assert(message.includes(says), `${place}: ${message} does not say “${says}”`)
  }
  // The answer lists the first of them; the error workbook has all.
  assert(told === tried.errors.length, `${told} of the ${tried.errors.length} listed stand at a bad cell`)

  began = performance.now()
  const mended = await go(rows, 'mended.xlsx')
  console.log(`mended: ${mended.counts.created} created, ${mended.errorCount} errors, ${seconds()} s`)
  assert(mended.change !== null && mended.counts.created === rowCount, 'the mended workbook did not go in')
  await transferOne(program, rows, random)
}

async function foundBranches(program: Program): Promise<void> {
  const happen = async (type: string, onDate: string, header: object, sets: object) =>
    (
      await recordEvent(program.records, asking, {
        type,
        act: 'established',
        onDate: onDate as Day,
        documentNo: null,
        reason: null,
        overrides: [],
        idempotencyKey: newId(),
        header: { ...header } as Record<string, string>,
        sets: { ...sets } as Record<string, string | null>,
      })
    ).id
  const street = await happen(
    'organisation.place',
    '2000-01-01',
    { kind: 'street' },
    { name: '测试街道', code: placeCode(0), parent_id: null },
  )
  for (let c = 1; c <= communities; c += 1) {
    const seat = await happen(
      'organisation.place',
      '2000-01-01',
      { kind: 'community' },
      { name: `社区${c}`, code: placeCode(c), parent_id: street },
    )
    for (let b = 1; b <= branchesEach; b += 1)
      await happen(
        'organisation.party_organisation',
        '2000-02-01',
        { code: branchCode(c, b) },
        {
          name: `支部${c}-${b}`,
          kind: '631',
          founded_in: 'unit',
          parent_id: null,
          seat_id: seat,
          unit_id: null,
        },
      )
  }
}

const placeCode = (n: number) => `3502060990${String(n).padStart(2, '0')}`
const branchCode = (community: number, branch: number) => `ZB-${community}-${branch}`

const members = (random: Random): Row[] =>
  Array.from({ length: rowCount }, (_, n) => ({
    code: `RY-${String(n).padStart(6, '0')}`,
    name: `示例${n}`,
    sex: random.pick(Object.values(sexes)).zh,
    birth: `${random.between(1938, 1995)}-${String(random.between(1, 12)).padStart(2, '0')}`,
    education: random.pick(Object.values(educations)).zh,
    branch_id: branchCode(random.between(1, communities), random.between(1, branchesEach)),
    category: random.chance(0.95) ? memberCategories.full.zh : memberCategories.probationary.zh,
    joined_on: addDays(day('1990-01-01'), n % 7000).slice(0, 10) < '2010-01-01' ? '2013-07-01' : '2014-07-01',
    home_id: '',
    phone: '',
    begins: addDays(day('2015-01-01'), random.between(0, 900)),
    invented: '是',
  }))

/** Every figure of members, asked for both branches along the Party line and both communities, the day before and the day itself. */
async function transferOne(program: Program, rows: readonly Row[], random: Random): Promise<void> {
  const on = day('2018-06-30')
  const row = random.pick(rows)
  const from = row['branch_id'] as string
  const [, community] = from.split('-') as [string, string]
  const to = branchCode((Number(community) % communities) + 1, 1)
  const idOf = async (type: string, code: string) =>
    await read<unknown, string>(program.records.database, scope, async (reader) => {
      const found = await program.records.engine.findByKey(
        reader,
        program.records.engine.types.get(type) as RecordType,
        [[code]],
      )
      return found.get(keyText([code]))?.[0] as string
    })
  const nodes = [
    ['line', await idOf('organisation.party_organisation', from), -1],
    ['line', await idOf('organisation.party_organisation', to), 1],
    ['place', placeCode(Number(community)), -1],
    ['place', placeCode((Number(community) % communities) + 1), 1],
    ['place', placeCode(0), 0],
  ] as const
  const figures = ['people.members', 'people.members_junior_college'].map((id) =>
    figureNamed(program.figures, id),
  )
  const values = async () =>
    await Promise.all(
      figures.flatMap((figure) =>
        nodes.flatMap(([along, node]) =>
          [addDays(on, -1), on].map(async (asOf) => {
            if (along === 'line' && !onLine(figure)) return Number.NaN
            const asked = await resolveQuestion(program.figures, scope, figure, {
              node,
              along,
              asOf,
            } as never)
            return Number((await answerValue(program.figures, asked, true)).value)
          }),
        ),
      ),
    )
  const before = await values()
  await recordEvent(program.records, asking, {
    type: 'people.person',
    id: await idOf('people.person', row['code'] as string),
    act: 'transferred',
    onDate: on,
    documentNo: null,
    reason: null,
    overrides: [],
    idempotencyKey: newId(),
    header: {},
    sets: { branch_id: await idOf('organisation.party_organisation', to) },
  })
  const after = await values()
  const counts = ['11', '14', '21', '31'].some(
    (code) => educations[code as keyof typeof educations].zh === row['education'],
  )
  const expected = figures.flatMap(({ id }) =>
    nodes.flatMap(([, , change]) => [0, id === 'people.members' || counts ? change : 0]),
  )
  const moved = after.map((value, index) => value - (before[index] as number))
  assert(
    JSON.stringify(moved) === JSON.stringify(expected),
    `moved ${moved.join()} instead of ${expected.join()}`,
  )
  console.log(
    `transferred ${row['code']} from ${from} to ${to} on ${on}: ${moved.length} values as they should be`,
  )
}

if (import.meta.main) await measure()
