import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { projectRoot } from './run.ts'

export type Counts = {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** The tests that failed, as `<file> › <name>` and the beginning of why; fewer than `failed` where a failure has no name. */
  readonly names: readonly string[]
}

export const nothing: Counts = { passed: 0, failed: 0, skipped: 0, names: [] }

export function add(one: Counts, other: Counts): Counts {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
    names: [...one.names, ...other.names],
  }
}

/** A gate that is one whole: it holds or it does not. */
export const whole = (exitCode: number): Counts =>
  exitCode === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 }

type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    name?: string
    status: string
    message?: string
    assertionResults: { status?: string; fullName?: string; failureMessages?: readonly string[] }[]
  }[]
}

/** Every test of a vitest JSON report; a file that fails before its first test counts as one failure. */
export function vitestCounts(reportPath: string, exitCode: number): Counts {
  const report = readReport<VitestReport>(reportPath)
  if (!report) return whole(exitCode || 1)
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return atLeastOneFailure(exitCode, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    names: report.testResults
      .flatMap(({ name = '', assertionResults }) =>
        assertionResults
          .filter(({ status }) => status === 'failed')
          .map(({ fullName, failureMessages }) =>
            because(`${relative(projectRoot, name)} › ${fullName}`, failureMessages?.[0]),
          ),
      )
      .concat(broken.map(({ name = '', message }) => because(relative(projectRoot, name), message))),
  })
}

type PlaywrightSuite = {
  file?: string
  specs?: {
    title: string
    ok: boolean
    line: number
    tests?: { results: { error?: { message?: string; snippet?: string } }[] }[]
  }[]
  suites?: PlaywrightSuite[]
}
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  suites?: PlaywrightSuite[]
}

/** Every test of a Playwright JSON report; one that passes only at a second try has failed. */
export function playwrightCounts(reportPath: string, exitCode: number): Counts {
  const report = readReport<PlaywrightReport>(reportPath)
  if (!report) return whole(exitCode || 1)
  const { stats, suites = [] } = report
  return atLeastOneFailure(exitCode, {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
    names: suites.flatMap(failedIn),
  })
}

function failedIn({ file = '', specs = [], suites = [] }: PlaywrightSuite): string[] {
  const own = specs
    .filter(({ ok }) => !ok)
    .map(({ title, line, tests = [] }) => {
      const error = tests.flatMap(({ results }) => results.flatMap((one) => one.error ?? []))[0]
      return because(`e2e/${file}:${line} › ${title}`, error && `${error.message}\n${error.snippet ?? ''}`)
    })
  return [...own, ...suites.flatMap(failedIn)]
}

const told = 12

/** A long log may be cut, so that its end has to say why. */
function because(name: string, why = ''): string {
  const lines = stripVTControlCharacters(why)
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
  return [name, ...lines.slice(0, told).map((line) => `          ${line.slice(0, 200)}`)].join('\n')
}

// A runner may fail beside its tests: an unhandled rejection, a set-up that throws, no test found.
function atLeastOneFailure(exitCode: number, counts: Counts): Counts {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

function readReport<Report>(path: string): Report | undefined {
  if (!existsSync(path)) return undefined
  return JSON.parse(readFileSync(path, 'utf8')) as Report
}

/** `12 passed, 0 failed`, with the skipped ones where there are any. */
export function inWords({ passed, failed, skipped }: Omit<Counts, 'names'>): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
