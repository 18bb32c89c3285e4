import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../src/app/data-root.ts'

/**
 * Takes down one guard at a time in a copy of the checkout and asks whether the tests of access notice: each permission and each scope
 * that a procedure declares, and each line of the list below. Prints how many of them were noticed, of writing procedures and of all.
 * XIAOMA_ONLY is a part of the names of those to try.
 */
type Mutant = {
  readonly name: string
  /** Changed alike. */
  readonly files: readonly string[]
  readonly from: string
  readonly to: string
  /** Which `from` of a file, counted from 0; all of them where it is absent. */
  readonly nth?: number
  readonly tests: readonly string[]
  readonly writes: boolean
}

const matrix = 'src/app/matrix.test.ts'
const scoped = ['src/areas/organisation/scope.test.ts', 'src/app/catalogue.test.ts', matrix]
/** What makes the policies, and what made them anew. */
const policies = [
  'src/platform/db/migrations/2026-11-23-01-offices-changes-and-kept-tables.sql',
  'src/platform/db/migrations/2026-11-28-90-scope-read-once-a-statement.sql',
] as const
const guarded = ['src/platform/rpc/server/guard.test.ts', matrix]
const hand: readonly (readonly [
  name: string,
  files: string,
  from: string,
  to: string,
  tests: readonly string[],
])[] = [
  [
    'a stranger passes the guard',
    'src/platform/rpc/server/guard.ts',
    'if (!caller) throw notSignedIn()',
    '',
    guarded,
  ],
  [
    'every permission is held',
    'src/platform/rpc/server/guard.ts',
    "if (permission === 'signed-in' || caller.permissions.has(permission)) {",
    'if (true) {',
    guarded,
  ],
  [
    'nobody has to prove themselves anew',
    'src/platform/rpc/server/guard.ts',
    'if (fresh !== undefined && caller.provenAgo > fresh * 60) throw proveAgain(fresh)',
    '',
    ['src/platform/access'],
  ],
  [
    'a second factor that the office asks for is not waited for',
    'src/platform/rpc/server/guard.ts',
    'if (caller.secondFactorRequired && !caller.secondFactor) throw secondFactorFirst()',
    '',
    ['src/platform/access'],
  ],
  [
    'a one-time password serves for everything',
    'src/platform/rpc/server/guard.ts',
    'if (caller.mustChangePassword) throw passwordFirst()',
    '',
    guarded,
  ],
  [
    'undeclared fields go out',
    'src/platform/rpc/server/guard.ts',
    'holdBack(result.output, access.fields, name)',
    '',
    guarded,
  ],
  [
    'what needs no rows gets the whole office',
    'src/platform/rpc/server/guard.ts',
    "if (access.scope === 'none') return { office: caller.office, places: [] }",
    "if (access.scope === 'none') return { office: caller.office, places: 'all' }",
    guarded,
  ],
  [
    'a role lends its places to another role',
    'src/platform/rpc/server/guard.ts',
    'caller.scopeOf(access.permission)',
    'caller.scope',
    ['src/platform/access/caller.test.ts', ...guarded],
  ],
  [
    'a role covers the whole office',
    'src/platform/access/caller.ts',
    "places.includes(null) ? 'all' : listed",
    "'all'",
    ['src/platform/access/caller.test.ts', matrix],
  ],
  ['every setting says the whole office', 'src/platform/db/scope.ts', "all ? 'on' : 'off'", "'on'", scoped],
  [
    'a record type asks for no permission of its own',
    'src/platform/records/procedures.ts',
    'if (!caller.permissions.has(permission))',
    'if (false)',
    ['src/platform/records', matrix],
  ],
  [
    'a scoped table has no policy on places',
    policies[1],
    "scope_place_id = any ((select string_to_array(nullif(current_setting('app.scope', true), ''), ',')::uuid[])::uuid[])",
    'true',
    scoped,
  ],
  [
    'row security is not forced',
    policies.join(' '),
    "  execute format('alter table %s force row level security', target);",
    '',
    scoped,
  ],
  [
    'row security is not enabled',
    policies.join(' '),
    "  execute format('alter table %s enable row level security', target);",
    '',
    scoped,
  ],
  [
    'a view of the past sees with its owner’s eyes',
    'src/platform/db/migrations/2026-11-26-30-new-rows-without-a-call-each.sql',
    'with (security_invoker = on)',
    '',
    scoped,
  ],
]

function declared(): Mutant[] {
  return globSync('src/**/*contract.ts', { cwd: projectRoot }).flatMap((file) => {
    const source = readFileSync(join(projectRoot, file), 'utf8')
    const every = [...source.matchAll(/permission: '(?!signed-in|public)[\w.]+'|scope: '(?:place|none)'/g)]
    const seen = new Map<string, number>()
    return every.map(([from]) => {
      const nth = seen.get(from) ?? 0
      seen.set(from, nth + 1)
      const to = from.startsWith('permission') ? "permission: 'signed-in'" : "scope: 'office'"
      const name = `${file}: ${from} (${nth + 1}) becomes ${to}`
      return {
        name,
        files: [file],
        from,
        to,
        nth,
        // The comparison with what the matrix expects says enough of a declaration.
        tests: ['src/app/declarations.test.ts'],
        writes: /record|correct|manage|import|confirm|erase/.test(from),
      }
    })
  })
}

const listed: Mutant[] = hand.map(([name, files, from, to, tests]) => ({
  name,
  files: files.split(' '),
  from,
  to,
  tests,
  writes: true,
}))

function mutate(source: string, { name, from, to, nth }: Mutant): string {
  const parts = source.split(from)
  if (parts.length < 2 + (nth ?? 0)) throw new Error(`“${name}” finds nothing to change: mend the list`)
  if (nth === undefined) return parts.join(to)
  return parts.slice(0, nth + 1).join(from) + to + parts.slice(nth + 1).join(from)
}

/** Whether a test fails. */
function noticed(copy: string, { tests }: Pick<Mutant, 'tests'>): boolean {
  const vitest = join(copy, 'node_modules/.bin/vitest')
  const { status } = spawnSync(vitest, ['run', '--bail', '1', ...tests], {
    cwd: copy,
    stdio: 'ignore',
  })
  return status !== 0
}

const sourceOf = (file: string) => readFileSync(join(projectRoot, file), 'utf8')

const copy = mkdtempSync(join(tmpdir(), 'xiaoma-mutants-'))
try {
  for (const path of execFileSync('git', ['ls-files'], { cwd: projectRoot, encoding: 'utf8' })
    .trim()
    .split('\n'))
    if (/^(src|demo|tools|e2e|[^/]+\.(ts|json))/.test(path)) cpSync(join(projectRoot, path), join(copy, path))
  symlinkSync(join(projectRoot, 'node_modules'), join(copy, 'node_modules'))
  const part = process.env['XIAOMA_ONLY'] ?? ''
  const mutants = [...listed, ...declared()].filter(({ name }) => name.includes(part))
  for (const mutant of mutants) for (const file of mutant.files) mutate(sourceOf(file), mutant)
  const every = [...new Set(mutants.flatMap(({ tests }) => tests))]
  if (noticed(copy, { tests: every })) throw new Error('the tests fail as things stand')
  const missed: Mutant[] = []
  for (const [index, mutant] of mutants.entries()) {
    for (const file of mutant.files) writeFileSync(join(copy, file), mutate(sourceOf(file), mutant))
    const found = noticed(copy, mutant)
    for (const file of mutant.files) writeFileSync(join(copy, file), sourceOf(file))
    if (!found) missed.push(mutant)
    console.log(`${index + 1}/${mutants.length} ${found ? 'noticed' : 'MISSED '} ${mutant.name}`)
  }
  const of = (some: readonly Mutant[]) => {
    const lost = some.filter((mutant) => missed.includes(mutant)).length
    return `${some.length - lost} of ${some.length}`
  }
  console.log(
    `noticed: ${of(mutants)}; of writing procedures and general guards ${of(mutants.filter(({ writes }) => writes))}`,
  )
  process.exitCode = missed.length > 0 ? 1 : 0
} finally {
  rmSync(copy, { recursive: true, force: true })
}
