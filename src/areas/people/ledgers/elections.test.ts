import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '../../../platform/db/transaction.ts'
import { exportLedger } from '../../../platform/ledgers/export-ledger.ts'
import { importFile, type ImportFileOptions } from '../../../platform/ledgers/import-file.ts'
import type { Ledger } from '../../../platform/ledgers/ledger.ts'
import { filledLedger } from '../../../platform/ledgers/ledger-sheet.ts'
import type { WorkbookFile } from '../../../platform/ledgers/read-sheets.ts'
import { clerk } from '../../../platform/testing/office.ts'
import { languages } from '../../../platform/text.ts'
import { type Day, day } from '../../../platform/values/day.ts'
import { electionDesk } from '../testing/election-desk.ts'
import {
  type ElectionOffice,
  openElectionOffice,
  planElection,
  takeSteps,
} from '../testing/election-office.ts'
import { toldOf } from '../../../platform/testing/told-of.ts'
import { ballotsLedger, candidaciesLedger, electionsLedger } from './elections.ts'
import { peopleLedgers } from './index.ts'

let office: ElectionOffice
let folder: string
beforeAll(async () => {
  office = await openElectionOffice()
  folder = await mkdtemp(join(tmpdir(), 'xiaoma-elections-'))
}, 180_000)
afterAll(async () => {
  await office.at.close()
  await rm(folder, { recursive: true })
})

type Row = Readonly<Record<string, string>>
const workbook = async (ledger: Ledger, rows: readonly Row[]): Promise<WorkbookFile> => ({
  name: `${ledger.sheet.zh}.xlsx`,
  bytes: await filledLedger(ledger, 'zh', rows),
})
const bring = async (files: readonly WorkbookFile[], more: Partial<ImportFileOptions> = {}) =>
  await importFile(office.at.database, office.at.engine, peopleLedgers, {
    scope: office.at.whole,
    actor: clerk,
    files,
    ...more,
  })
const take = async (ledger: Ledger, language: (typeof languages)[number]): Promise<WorkbookFile> => {
  const path = join(folder, `${ledger.id}.xlsx`)
  await read<unknown, unknown>(office.at.database, office.at.whole, async (reader) => {
    const asked = {
      language,
      knownAt: '1',
      office: { zh: '测试街道', en: 'Test' },
      by: '测试',
      on: day('2026-01-01'),
    }
    return await exportLedger(reader, office.at.engine, ledger, asked, path)
  })
  return { name: `${ledger.sheet.zh}.xlsx`, bytes: await readFile(path) }
}

/** The election of June 2012 as its papers have it: four stood for three seats, and fifty came of sixty. */
const past = (code: string, on = '2012-06-20') => ({
  election: {
    code,
    organisation_id: 'DZZ-0001',
    kind: '换届选举',
    term_no: '1',
    seats: '3',
    secretary_by: '委员会第一次会议',
    planned_on: on,
    begins: on,
    ends: '2012-06-28',
    document: '街党〔2012〕9号',
  },
  ballot: {
    code: `${code}-委员-1`,
    election_id: code,
    contest: '委员',
    vote: '首次投票',
    round: '1',
    seats: '3',
    voted_on: on,
    due: '60',
    present: '50',
    issued: '50',
    returned: '50',
    void: '0',
    valid: '50',
    begins: on,
  },
  votes: (
    [
      ['丁', '40', '10', '当选'],
      ['王', '38', '12', '当选'],
      ['李', '10', '40', '未当选'],
      ['陈', '36', '14', '当选'],
    ] as const
  ).map(([surname, yes, no, stated], at) => ({
    ballot_id: `${code}-委员-1`,
    person_id: `RY-${surname}`,
    way: '候选人',
    list_no: String(at + 1),
    votes_for: yes,
    votes_against: no,
    abstentions: '0',
    stated,
    begins: on,
  })),
})
const sheets = async ({ election, ballot, votes }: { election: Row; ballot: Row; votes: readonly Row[] }) => [
  await workbook(electionsLedger, [election]),
  await workbook(ballotsLedger, [ballot]),
  await workbook(candidaciesLedger, votes),
]
const idOf = async (ledger: Ledger, code: string): Promise<string> =>
  await read<unknown, string>(office.at.database, office.at.whole, async (reader) => {
    const found = await office.at.engine.findByKey(reader, ledger.type, [[code]])
    return [...found.values()].flat()[0] ?? ''
  })

test('an election of the past comes in at once with its counts, and says what the arithmetic says of it', async () => {
  // Forty-eight of sixty are enough; fifty came.
  const result = await bring(await sheets(past('J-1')))
  expect(result.errors).toEqual([])
  expect(result.counts.created).toBe(6)
  expect(result.findings).toEqual([])
  const election = await idOf(electionsLedger, 'J-1')
  const ballot = await idOf(ballotsLedger, 'J-1-委员-1')
  expect(await toldOf(office.at, ballot, '2026-01-01')).toEqual([])
  const view = await electionDesk(office.at).view(election)
  expect(view).toMatchObject({ past: true, steps: [], may: { record: false, confirm: false } })
  expect(view.ballots[0]?.on).toBe('2012-06-20')
  expect(view.ballots[0]?.figures).toMatchObject({ due: 60, valid: 50 })
  expect(view.outcome.posts.map(({ name }) => name)).toEqual([])
  const elected = view.ballots[0]?.contenders.filter((each) => each.elected).map(({ name }) => name[0])
  expect(elected).toEqual(['丁', '王', '陈'])
  // Nothing comes of it: no post, and no term.
  const posts = await office.at.database.query(office.at.whole, {
    name: 'posts of 2012',
    text: `select count(*) from people.party_post_spell where won_on = date '2012-06-20'`,
    values: [],
  })
  expect(posts.rows[0]?.[0]).toBe('0')
  const desk = electionDesk(office.at)
  await expect(desk.confirm(election, '2012-06-29')).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(desk.undo(election)).rejects.toMatchObject({ code: 'CONFLICT' })
})

test('under the regulations of 2020 a workbook of one is not told of candidates that stand on its next sheet', async () => {
  const { election, ballot, votes } = past('J-7', '2021-06-25')
  const later = { election: { ...election, ends: '2021-07-01' }, ballot, votes }
  const result = await bring(await sheets(later))
  expect([result.errors, result.findings]).toEqual([[], []])
  // Three of four, of sixty due: thirty-one are over half of those due.
  expect(await toldOf(office.at, await idOf(ballotsLedger, 'J-7-委员-1'), '2026-01-01')).toEqual([])
})

test('what breaks a rule is told and not refused; what the paper says against its own votes is told too', async () => {
  const { election, ballot, votes } = past('J-2', '2012-06-21')
  // Forty of sixty are too few, and nobody can be elected; in the other the valid ones do not add up.
  const inquorate = {
    election,
    ballot: { ...ballot, present: '40', issued: '40', returned: '40', valid: '40' },
    votes: votes.map((each) => ({ ...each, votes_for: '30', votes_against: '10' })),
  }
  const result = await bring(await sheets(inquorate))
  expect(result.errors).toEqual([])
  const told = async (code: string) =>
    new Set(await toldOf(office.at, await idOf(ballotsLedger, code), '2026-01-01'))
  expect(await told('J-2-委员-1')).toEqual(new Set(['R-S4-01-QUORUM warn', 'R-S4-15 inform']))
  const other = past('J-6', '2012-06-23')
  const added = await bring(await sheets({ ...other, ballot: { ...other.ballot, valid: '38' } }))
  expect(added.errors).toEqual([])
  expect(await told('J-6-委员-1')).toEqual(new Set(['R-S4-01-FIGURES warn', 'R-S4-15 inform']))
})

test('a cell that cannot be read keeps everything out, and says where it stands', async () => {
  const { election, ballot, votes } = past('J-3', '2012-06-22')
  const [first, ...others] = votes
  const result = await bring(
    await sheets({
      election,
      ballot: { ...ballot, due: '六十人' },
      votes: [{ ...(first as Row), person_id: 'RY-无此人' }, ...others],
    }),
  )
  expect(result.change).toBeNull()
  expect(
    result.errors.map(({ sheet, row, heading }) => `${sheet} ${row} ${heading.replace('*', '')}`),
  ).toEqual(
    expect.arrayContaining([
      expect.stringContaining('选举投票结果台账 2 应到会人数'),
      expect.stringContaining('候选人得票台账 2 人员编号'),
    ]),
  )
  expect(await idOf(electionsLedger, 'J-3')).toBe('')
})

test('what is exported comes in again without a difference, past elections and those run here', async () => {
  const desk = electionDesk(office.at)
  const election = await planElection(office, 'XJ-E')
  await takeSteps(office, election)
  const people = ['丁', '王', '李', '陈'].map(office.person)
  const committee = await desk.prepare(election, { contest: 'committee', seats: 3, candidates: people })
  await desk.count(committee, {
    on: '2018-06-20',
    ballots: [50, 50, 50, 50, 1],
    votes: Object.fromEntries([40, 38, 10, 36].map((yes, at) => [people[at], yes])),
    writeIns: { [office.person('黄')]: 2 },
  })
  const secretary = await desk.prepare(
    election,
    { contest: 'secretary', seats: 1, candidates: [office.person('王')] },
    '2018-06-20',
  )
  await desk.count(secretary, {
    on: '2018-06-20',
    ballots: [3, 3, 3, 3, 0],
    votes: { [office.person('王')]: 3 },
  })
  await office.at.happen('election', election, 'reported', '2018-06-22')
  const all = [electionsLedger, ballotsLedger, candidaciesLedger]
  const again = async () => {
    for (const language of languages) {
      const result = await bring(await Promise.all(all.map((ledger) => take(ledger, language))))
      expect([result.errors, result.counts.created, result.counts.updated]).toEqual([[], 0, 0])
      expect(result.counts.unchanged).toBeGreaterThan(10)
    }
  }
  await again()
  await desk.confirm(election, '2018-06-25')
  await again()
})

test('a workbook neither ends an election run here nor adds a result to it, and changes no ended one', async () => {
  const run = await planElection(office, 'XJ-R', { planned_on: '2021-06-20' })
  const row = {
    code: 'XJ-R',
    organisation_id: 'DZZ-0001',
    kind: '换届选举',
    term_no: '3',
    seats: '3',
    secretary_by: '委员会第一次会议',
    planned_on: '2021-06-20',
    begins: '2018-01-10',
  }
  const ended = await bring([await workbook(electionsLedger, [{ ...row, ends: '2021-06-30' }])])
  expect(ended.errors.map(({ message }) => message.zh)).toEqual([expect.stringContaining('要在页面上办理')])
  const { ballot, votes } = past('J-4')
  const added = await bring([
    await workbook(ballotsLedger, [{ ...ballot, code: 'XJ-R-委员-1', election_id: 'XJ-R' }]),
  ])
  expect(added.errors.map(({ message }) => message.zh)).toEqual([expect.stringContaining('按步骤办理')])
  expect((await office.at.load('election', run))?.events).toHaveLength(1)
  // The confirmed one of the test before.
  const [one] = votes
  const changed = await bring([
    await workbook(candidaciesLedger, [
      { ...(one as Row), ballot_id: 'XJ-E-委员-1', votes_for: '1', begins: '2018-06-10', stated: '' },
    ]),
  ])
  expect(changed.errors.map(({ message }) => message.zh)).toEqual([expect.stringContaining('选举结果已确认')])
  // A past one can be put right.
  const right = await bring([
    await workbook(candidaciesLedger, [
      { ...(past('J-1').votes[2] as Row), votes_for: '11', votes_against: '39' },
    ]),
  ])
  expect([right.errors, right.counts.updated]).toEqual([[], 1])
})

test('the number that a past election bears is the approval of another time', async () => {
  const { at, organisation, street } = office
  const expiry = day('2021-06-20')
  const late = '2021-09-01' as Day
  const value = async (figure: string) =>
    (await at.value({ figure, node: street, period: { from: expiry, through: expiry } })).value
  await at.happen('organisation', organisation, 'term_began', late, { term_from: late, term_years: '5' })
  expect(await value('people.terms_out_of_time')).toBe('1')
  const { election } = past('J-5', late)
  const result = await bring([await workbook(electionsLedger, [{ ...election, ends: '2021-09-10' }])])
  expect(result.errors).toEqual([])
  expect(await value('people.terms_shifted')).toBe('1')
  expect(await value('people.terms_out_of_time')).toBe('0')
})
