import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { inWords, playwrightCounts, vitestCounts } from './counts.ts'
import { projectRoot } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'xiaoma-counts-'))
afterAll(() => rmSync(folder, { recursive: true }))

function report(content: unknown): string {
  const path = join(folder, 'report.json')
  writeFileSync(path, JSON.stringify(content))
  return path
}

const vitestReport = (failed: number, testResults: unknown[] = []) =>
  report({ numPassedTests: 5, numFailedTests: failed, numPendingTests: 1, numTodoTests: 1, testResults })
const playwrightReport = (stats: object) =>
  report({ stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0, ...stats } })

test.each([
  ['all hold', () => vitestCounts(vitestReport(0), 0), '5 passed, 0 failed, 2 skipped'],
  ['some fail', () => vitestCounts(vitestReport(2), 1), '5 passed, 2 failed, 2 skipped'],
  [
    'a file that does not load',
    () => vitestCounts(vitestReport(0, [{ status: 'failed', assertionResults: [] }]), 1),
    '5 passed, 1 failed, 2 skipped',
  ],
  [
    'the runner fails beside its tests',
    () => vitestCounts(vitestReport(0), 1),
    '5 passed, 1 failed, 2 skipped',
  ],
  ['no report', () => vitestCounts(join(folder, 'none.json'), 0), '0 passed, 1 failed'],
  ['the browser tests hold', () => playwrightCounts(playwrightReport({}), 0), '3 passed, 0 failed'],
  [
    'one passes at its second try',
    () => playwrightCounts(playwrightReport({ flaky: 1, skipped: 1 }), 0),
    '3 passed, 1 failed, 1 skipped',
  ],
  ['the set-up throws', () => playwrightCounts(playwrightReport({ expected: 0 }), 1), '0 passed, 1 failed'],
])('%s', (_name, count, words) => {
  expect(inWords(count())).toBe(words)
})

test('what failed is named, so that the end of a long run says where to look', () => {
  const vitest = vitestCounts(
    vitestReport(1, [
      {
        name: join(projectRoot, 'src/a.test.ts'),
        status: 'failed',
        assertionResults: [
          { status: 'passed', fullName: 'one holds' },
          {
            status: 'failed',
            fullName: 'two breaks',
            failureMessages: ['\u001b[31m1 is not 2\u001b[39m\n\nat b'],
          },
        ],
      },
      { name: join(projectRoot, 'src/b.test.ts'), status: 'failed', assertionResults: [] },
    ]),
    1,
  )
  expect(vitest.names).toEqual([
    'src/a.test.ts › two breaks\n          1 is not 2\n          at b',
    'src/b.test.ts',
  ])
  const tests = [{ results: [{}, { error: { message: 'not seen', snippet: '> 7 | expect()' } }] }]
  const spec = (title: string, ok: boolean) => ({
    file: 'page.spec.ts',
    specs: [{ title, ok, line: 7, tests: ok ? [] : tests }],
  })
  const stats = { expected: 1, unexpected: 1, flaky: 0, skipped: 0 }
  const suites = [{ ...spec('holds', true), suites: [spec('breaks', false)] }]
  expect(playwrightCounts(report({ stats, suites }), 1).names).toEqual([
    'e2e/page.spec.ts:7 › breaks\n          not seen\n          > 7 | expect()',
  ])
})
