import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { placesLedger } from '../areas/organisation/ledgers/places.ts'
import type { FigureRow, FigureValue } from '../platform/figures/contract.ts'
import { readSheets } from '../platform/ledgers/read-sheets.ts'
import { filledLedger } from '../platform/ledgers/ledger-sheet.ts'
import { workbook } from '../platform/ledgers/testing/workbook.ts'
import { signIn } from './testing/client.ts'
import { type Installation, makeInstallation } from './testing/installation.ts'
import { runCommand } from './testing/spawn-command.ts'
import { startProgram, type StartedProgram } from './testing/started-program.ts'

const minutes = 60_000
const street = '350206005000'
const community = '350206005023'
const asOf = ['--as-of', '2018-07-29']

let installation: Installation
let program: StartedProgram
beforeAll(async () => {
  installation = await makeInstallation({ demo: true })
  program = await startProgram(installation, ['--yes'])
}, 3 * minutes)
afterAll(async () => {
  await program?.kill()
  await installation.remove()
})

const run = (...args: string[]) => runCommand(installation.env, args, installation.folder)

/** What a command that succeeds prints as JSON: nothing else may stand on standard output. */
async function json<Value>(...args: string[]): Promise<Value> {
  const { code, stdout, stderr } = await run(...args, '--json')
  expect([args, code, stderr]).toEqual([args, 0, ''])
  return JSON.parse(stdout) as Value
}

/** A command that is refused says so in both languages on standard error, and nothing on standard output. */
async function expectRefused(code: number, args: readonly string[], ...words: string[]): Promise<void> {
  const ran = await run(...args)
  expect([args, ran.code, ran.stdout]).toEqual([args, code, ''])
  for (const word of words) expect(ran.stderr).toContain(word)
  expect(ran.stderr).not.toMatch(/\n\s+at /)
}

type Rows = { value: string | null; count: number; sum: string | null; rows: FigureRow[] }
const overview = () => json<FigureValue[]>('figures', ...asOf)
const valueAt = async (place: string, id = 'organisation.compounds') =>
  await json<FigureValue>('figure', id, '--place', place, ...asOf)

describe('figures', () => {
  test(
    'count what the demo holds, for a machine and for a person',
    async () => {
      const values = await overview()
      expect(values.map(({ figure }) => figure)).toContain('organisation.compound_coverage')
      const memberUnits = values.find(({ figure }) => figure === 'organisation.member_units')
      expect(memberUnits).toMatchObject({
        value: '73',
        question: { asOf: '2018-07-29', node: { name: '金山街道' } },
      })
      const printed = await run('figures', ...asOf)
      expect([printed.code, printed.stderr]).toEqual([0, ''])
      expect(printed.stdout.trimEnd().split('\n')).toHaveLength(values.length)
      const one = await run('figure', 'organisation.compound_coverage', ...asOf)
      expect(one.stdout).toContain('小区党支部覆盖率')
      for (const input of values.find(({ figure }) => figure === 'organisation.compound_coverage')?.inputs ??
        [])
        expect(one.stdout).toContain(`${input.label.zh} ${input.label.en}: ${input.value}`)
    },
    minutes,
  )

  test(
    'are their rows, whatever kind of figure it is',
    async () => {
      const kinds = [
        'organisation.member_units',
        'organisation.compound_coverage',
        'organisation.established',
        'people.committee_elected_mean_age',
        'people.posts_needed',
      ]
      const values = (await overview()).filter(({ figure }) => kinds.includes(figure))
      expect(values).toHaveLength(kinds.length)
      for (const { figure, value, inputs, rowCount } of values) {
        const parts = inputs.length === 2 ? (['numerator', 'denominator'] as const) : [undefined]
        for (const [index, part] of parts.entries()) {
          const args = ['rows', figure, ...asOf, ...(part ? ['--part', part] : [])]
          const found = await json<Rows>(...args)
          const expected = inputs[index]?.value ?? value
          const counted = figure.endsWith('_mean_age')
            ? (Math.round((10 * Number(found.sum)) / found.count) / 10).toFixed(1)
            : String(found.sum ?? found.count)
          expect([figure, part, counted]).toEqual([figure, part, expected])
          expect([figure, part, found.rows.length]).toEqual([figure, part, found.count])
          expect(found.value).toBe(value)
          if (!part) expect([figure, found.count]).toEqual([figure, rowCount])
        }
        if (figure === 'people.posts_needed') {
          const printed = (await run('rows', figure, ...asOf)).stdout.trimEnd().split('\n')
          const amounts = printed.map((line) => Number(line.split('\t')[4]))
          expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(Number(value))
        }
        if (inputs.length === 2)
          await expectRefused(1, ['rows', figure, ...asOf], '分子还是分母', 'numerator or the denominator')
      }
    },
    5 * minutes,
  )

  test(
    'print their rows, and how many there are beside them',
    async () => {
      const printed = await run('rows', 'organisation.community_organisations', ...asOf)
      expect(printed.stdout.trimEnd().split('\n')).toHaveLength(9)
      expect([printed.code, printed.stderr]).toEqual([0, '9 条 rows\n'])
    },
    minutes,
  )

  test(
    'take a place by its code, by a beginning that fits one alone, and by its id',
    async () => {
      const byCode = await valueAt(community)
      expect(byCode.question.node.name).toBe('金安社区')
      expect(await valueAt(byCode.question.node.id)).toEqual(byCode)
      const whole = await valueAt(street)
      expect(Number(whole.value)).toBeGreaterThan(Number(byCode.value))
      expect(await valueAt('3502060050')).toEqual(whole)
      const along = await json<FigureValue>(
        'figure',
        'organisation.organisations',
        '--along',
        'line',
        ...asOf,
      )
      expect(Number(along.value)).toBeGreaterThan(9)
    },
    2 * minutes,
  )

  test(
    'refuse a place that fits several or none, in words',
    async () => {
      const at = (place: string) => ['figure', 'organisation.compounds', '--place', place, ...asOf]
      await expectRefused(
        1,
        at('35020600502'),
        '“35020600502”对应多个：',
        '金山社区（350206005021）',
        'fits several',
        'Write the whole code',
      )
      await expectRefused(1, at('999'), '没有找到“999”', '“999” is not there')
      await expectRefused(1, at('00000000-0000-7000-8000-000000000000'), '没有找到', 'is not there')
    },
    minutes,
  )

  test(
    'refuse what they cannot answer: 1 for the question, 2 for the call',
    async () => {
      await expectRefused(
        1,
        ['figure', 'organisation.nothing'],
        '没有“organisation.nothing”这个指标',
        'There is no figure',
      )
      await expectRefused(
        1,
        ['figure', 'organisation.compounds', '--as-of', '2018-02-30'],
        '2018-02-30',
        'not a valid date',
      )
      await expectRefused(
        1,
        ['figure', 'organisation.compounds', '--along', 'line'],
        '不能按组织隶属统计',
        'cannot be counted',
      )
      for (const call of [
        ['figure'],
        ['figure', 'organisation.compounds', 'more'],
        ['figures', 'organisation.compounds'],
        ['figures', '--from', '2018-01-01'],
        ['figures', '--structure', 'tomorrow'],
        ['figures', '--unheard-of'],
        ['rows', 'organisation.compounds', '--part', 'half'],
        ['explain', 'organisation.compounds'],
        ['demo', 'make'],
        ['import'],
        ['template', 'nothing'],
      ])
        await expectRefused(2, call)
      for (const call of [
        ['rows', 'organisation.compounds'],
        ['export', 'places'],
        ['template', 'places'],
      ])
        await expectRefused(2, [...call, '--language', 'fr'], '“fr”', 'zh、en', 'zh, en')
      await expectRefused(2, ['nonsense'], '没有“nonsense”命令', 'There is no command')
    },
    2 * minutes,
  )

  test(
    'are explained between two moments by the rows that came and went',
    async () => {
      const args = ['organisation.member_seats', '--before-as-of', '2018-06-30', ...asOf]
      type Explained = { before: FigureValue; after: FigureValue; entered: FigureRow[]; left: FigureRow[] }
      const { before, after, entered, left } = await json<Explained>('explain', ...args)
      expect(Number(before.value) + entered.length - left.length).toBe(Number(after.value))
      expect(entered.map(({ record }) => record.title).join()).toContain('厦门万科')
      const printed = await run('explain', ...args)
      expect(printed.code).toBe(0)
      expect(printed.stdout).toContain(`${before.value} → ${after.value}\n`)
      expect(printed.stdout).toMatch(/^\+ .*厦门万科.* 2018-07-16/m)
    },
    minutes,
  )
})

describe('workbooks', () => {
  const file = (name: string) => join(installation.folder, name)
  const compounds = async () => (await valueAt(community)).value

  test(
    'a template is filled, checked, imported, exported, and imported again without a change',
    async () => {
      const made = await run('template', '地点台账', '--out', 'template.xlsx')
      expect([made.code, made.stdout]).toEqual([0, ''])
      expect(made.stderr).toContain(file('template.xlsx'))
      const [sheet] = await readSheets({ name: 't', bytes: await readFile(file('template.xlsx')) })
      const headings = (sheet?.rows[0]?.values ?? []).map(String)
      const line = {
        代码: `${community}-99`,
        名称: '命令行花园',
        层级: '小区',
        上级地点代码: community,
        设立日期: '2015-05-01',
      }
      const values = headings.map(
        (heading) => line[heading.replace(/[*＊\s]/g, '') as keyof typeof line] ?? null,
      )
      expect(values.filter((value) => value !== null)).toHaveLength(5)
      const { bytes } = await workbook({ [sheet?.name ?? '']: [headings, values] })
      await writeFile(file('places.xlsx'), bytes)

      const before = await compounds()
      const dry = await json2('import', 'places.xlsx', '--dry-run')
      expect(dry).toMatchObject({
        code: 0,
        result: { counts: { read: 1, created: 1 }, errorCount: 0, change: null },
      })
      expect(dry.stderr).toContain('1 rows: 1 new')
      expect(await compounds()).toBe(before)

      const written = await json2('import', 'places.xlsx', '--reason', '新建小区')
      expect(written).toMatchObject({
        code: 0,
        result: { counts: { read: 1, created: 1 }, change: expect.stringMatching(/^\d+$/) },
      })
      expect(Number(await compounds())).toBe(Number(before) + 1)

      for (const ledger of ['places', 'legal_persons', 'party_organisations', 'councils', 'member_seats']) {
        const exported = await run('export', ledger, '--out', `${ledger}.xlsx`)
        expect([ledger, exported.code, exported.stdout]).toEqual([ledger, 0, ''])
        const rows = Number(/(\d+) records written/.exec(exported.stderr)?.[1])
        expect(rows).toBeGreaterThan(0)
        const again = await json2('import', `${ledger}.xlsx`)
        const counts = { read: rows, created: 0, updated: 0, unchanged: rows, refused: 0 }
        expect([ledger, again.code, again.result]).toMatchObject([
          ledger,
          0,
          { counts, errors: [], change: null },
        ])
      }
    },
    4 * minutes,
  )

  test(
    'one with errors names sheet, row and column, and nothing of it is written',
    async () => {
      const good = {
        code: `${community}-98`,
        name: '好花园',
        kind: '小区',
        parent_id: community,
        begins: '2015-05-01',
      }
      const bad = { ...good, code: `${community}-97`, begins: '2015-02-30' }
      await writeFile(file('bad.xlsx'), await filledLedger(placesLedger, 'zh', [good, bad]))
      const before = await compounds()
      const { code, stdout, stderr } = await run('import', 'bad.xlsx')
      expect([code, stdout]).toEqual([1, ''])
      expect(stderr).toMatch(/地点台账 [A-Z]+3 “2015-02-30”：/)
      expect(stderr).toMatch(/地点台账 [A-Z]+3 “2015-02-30”: /)
      expect(stderr).toContain('Nothing was written')
      expect(await compounds()).toBe(before)
      const machine = await json2('import', 'bad.xlsx')
      expect(machine).toMatchObject({
        code: 1,
        result: {
          change: null,
          errorCount: 1,
          errors: [
            { sheet: '地点台账', row: 3, heading: expect.stringContaining('设立日期'), value: '2015-02-30' },
          ],
        },
      })
    },
    2 * minutes,
  )

  test(
    'a file that is none is refused in words',
    async () => {
      await writeFile(file('none.xlsx'), 'PK\u0003\u0004 nothing')
      await expectRefused(1, ['import', 'none.xlsx'])
      await expectRefused(1, ['import', 'missing.xlsx'], file('missing.xlsx'), '没有这个文件', 'no such file')
      await expectRefused(1, ['import', '.'], '不是文件', 'it is a folder')
      await expectRefused(1, ['template', 'places', '--out', 'nowhere/places.xlsx'], 'no such file or folder')
    },
    minutes,
  )

  async function json2(...args: string[]) {
    const { code, stdout, stderr } = await run(...args, '--json')
    return { code, stderr, result: JSON.parse(stdout) as Record<string, unknown> }
  }
})

test(
  'demo check prints every fact of the report, and none disagrees',
  async () => {
    type Fact = { fact: string; agrees: boolean | null; value: string | null }
    const facts = await json<Fact[]>('demo', 'check')
    expect([...new Set(facts.map(({ fact }) => fact))]).toEqual(
      Array.from({ length: 33 }, (_, index) => `F${index + 1}`),
    )
    for (const { fact, agrees, value } of facts)
      expect([fact, agrees]).toEqual([fact, value === null ? null : true])
    expect(facts.filter(({ agrees }) => agrees).map(({ fact }) => fact)).toEqual(
      expect.arrayContaining(['F1', 'F2']),
    )
    const { code, stdout, stderr } = await run('demo', 'check')
    expect([code, stderr]).toEqual([0, ''])
    for (let fact = 1; fact <= 33; fact += 1) expect(stdout).toMatch(new RegExp(`^F${fact} `, 'm'))
    expect(stdout).not.toContain('DISAGREES')
  },
  minutes,
)

test(
  'verify finds nothing wrong with the demo, and an anchor of another chain at once',
  async () => {
    const { code, stdout } = await run('verify', '--json')
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { faults: [], anchors: 1 }])
    const { end } = JSON.parse(stdout) as { end: { event: string } }
    const other = join(installation.folder, 'other-anchors.jsonl')
    const anchor = { office: 1, event: end.event, hash: 'ab'.repeat(32), at: '2026-11-28T00:00:00Z' }
    await writeFile(other, `${JSON.stringify(anchor)}\n`)
    const refused = await run('verify', '--anchor', other)
    expect([refused.code, refused.stdout]).toEqual([1, expect.stringContaining(`Event ${end.event}`)])
    await writeFile(other, 'no anchor')
    await expectRefused(1, ['verify', '--anchor', other], 'is no anchor', '不是存证')
  },
  minutes,
)

test(
  'help names every command, and every command has its own help',
  async () => {
    const help = await run('help')
    expect([help.code, help.stderr]).toEqual([0, ''])
    const names = [
      ...new Set([...help.stdout.matchAll(/\.\/xiaoma ([\w-]+)/g)].map(([, name]) => name as string)),
    ]
    // Each of these is called by a test of this folder.
    expect(names.sort()).toEqual(
      'account backup bundle check-bundle demo drill explain export figure figures import keys migrate restore rows start template test verify'.split(
        ' ',
      ),
    )
    expect((await run()).stdout).toBe(help.stdout)
    expect((await run('figures', '--help')).stdout).toBe(help.stdout)
    const steps = await run('test', '--list')
    expect([steps.code, steps.stdout.includes('database')]).toEqual([0, true])
    await expectRefused(2, ['test', '--only', 'nothing'], 'nothing')
  },
  minutes,
)

test(
  'on a directory without data a command says what comes first; migrate makes the database and is then done',
  async () => {
    const other = await makeInstallation()
    const there = (...args: string[]) => runCommand(other.env, args)
    try {
      const first = await there('migrate')
      expect([first.code, first.stderr]).toEqual([0, ''])
      expect(first.stdout).toMatch(/^organisation\//m)
      const again = await there('migrate')
      expect([again.code, again.stdout]).toEqual([0, ''])
      expect(again.stderr).toContain('The database is up to date')
      const empty = await there('figures')
      expect([empty.code, empty.stdout]).toEqual([2, ''])
      expect(empty.stderr).toContain('Run ./xiaoma start first')
    } finally {
      await other.remove()
    }
  },
  2 * minutes,
)

test(
  'account adds and ends on the command line what the office then signs in with',
  async () => {
    const other = await makeInstallation()
    const serving = await startProgram(other, ['--empty'])
    const account = (...args: string[]) => runCommand(other.env, ['account', ...args])
    try {
      const added = await account(
        'add',
        'wang',
        '--name',
        '王经办',
        '--role',
        'office_clerk',
        '--whole-office',
      )
      expect([added.code, added.stdout]).toEqual([0, expect.stringMatching(/^\S+\n$/)])
      expect(added.stderr).toContain('shown this once')
      const clerk = await signIn(serving.url, 'wang', added.stdout.trim())
      expect((await clerk.get('/session')).body).toMatchObject({ name: '王经办', mustChangePassword: true })
      const listed = JSON.parse((await account('list', '--json')).stdout) as {
        username: string
        roles: { role: string }[]
      }[]
      expect(
        listed.map(({ username, roles }) => `${username}: ${roles.map(({ role }) => role).join()}`).sort(),
      ).toEqual(['admin: system_administrator', 'security: security_administrator', 'wang: office_clerk'])
      const reset = await account('reset-password', 'wang')
      expect((await clerk.get('/session')).status).toBe(401)
      await expect(signIn(serving.url, 'wang', added.stdout.trim())).rejects.toThrow('401')
      const next = await signIn(serving.url, 'wang', reset.stdout.trim())
      expect((await account('role', 'wang', 'leader', '--whole-office')).code).toBe(0)
      for (const role of ['office_clerk', 'leader'])
        expect((await account('end-role', 'wang', role, '--whole-office')).code).toBe(0)
      expect((await next.get('/session')).body['permissions']).toEqual([])
      for (const call of [
        ['add', 'li'],
        ['role', 'nobody', 'leader', '--whole-office'],
        ['drop', 'wang'],
        [],
      ])
        expect([call, (await account(...call)).code]).toEqual([call, 2])
    } finally {
      await serving.kill()
      await other.remove()
    }
  },
  3 * minutes,
)
