import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { gates } from '../gates/all.ts'
import { describe } from '../gates/finding.ts'
import { readTree } from '../gates/tree.ts'
import { findChromium, installBrowser } from './chromium.ts'
import { add, type Counts, nothing, playwrightCounts, vitestCounts, whole } from './counts.ts'
import { installLibreOffice } from './libre-office.ts'
import { installIp } from './network-namespace.ts'
import { installNginx } from './nginx.ts'
import { projectRoot, runTool } from './run.ts'

export type Step = {
  /** The word for `--only`. */
  readonly name: string
  readonly heading: string
  /** Its tests are among those of another step, so that it runs only where it is asked for. */
  readonly apart?: true
  /** `folder` is an empty one for reports. */
  run(folder: string): Promise<Counts>
}

/** Tests that start whole processes over and over; which PostgreSQL stands beneath them changes little of what they show. */
const wholeProgram = [
  'src/app/backup.test.ts',
  'src/app/bundle.test.ts',
  'src/app/commands.test.ts',
  'src/app/kill.test.ts',
  'src/app/restore.test.ts',
  'tools/launcher.test.ts',
]

/** Tests of what the program asks of PostgreSQL itself: storage, history, walls, plans of figures, locks, and both areas upon them. */
const onTheEngine = [
  'src/platform/db',
  'src/platform/timeline',
  'src/platform/records',
  'src/platform/figures',
  'src/platform/access',
  'src/platform/ledgers/write-import',
  'src/areas/organisation/scope',
  'src/areas/organisation/two-clocks',
  'src/areas/organisation/figures',
  'src/areas/organisation/ledgers/import-lock',
  'src/areas/organisation/ledgers/undo',
  'src/areas/people/members',
  'src/areas/people/boards',
  'src/areas/people/elections',
  'src/areas/enterprise/drive.test',
  'src/areas/enterprise/figures',
  'src/app/catalogue',
  'src/app/start',
  'demo/',
]

const tool = async (name: string, ...args: string[]) => whole(await runTool(name, args))

/** Everything that `./xiaoma test` runs, in this order: quick and certain first. */
export const steps: readonly Step[] = [
  { name: 'format', heading: 'Format (biome)', run: () => tool('biome', 'format') },
  { name: 'types', heading: 'Types (tsc)', run: types },
  { name: 'lint', heading: 'Lint (oxlint)', run: () => tool('oxlint', '--type-aware', '--deny-warnings') },
  { name: 'gates', heading: 'Boundaries and house rules', run: ownGates },
  { name: 'dead-code', heading: 'Dead code (knip)', run: () => tool('knip', '--no-progress') },
  {
    name: 'database',
    heading: 'Unit, property and database tests (vitest)',
    run: (folder) =>
      vitest(
        folder,
        wholeProgram.flatMap((file) => ['--exclude', file]),
      ),
  },
  {
    name: 'program',
    heading: 'The program as its users start it (vitest)',
    run: (folder) => vitest(folder, wholeProgram),
  },
  {
    name: 'engine',
    heading: 'What another PostgreSQL might do otherwise (vitest)',
    apart: true,
    run: (folder) => vitest(folder, onTheEngine),
  },
  { name: 'build', heading: 'Web build (vite)', run: () => tool('vite', 'build', '--logLevel', 'warn') },
  { name: 'browser', heading: 'Browser tests (Playwright)', run: playwright },
]

/** The pages once more, against what the oldest supported browser knows. */
async function types(): Promise<Counts> {
  const projects = ['tsconfig.json', 'tsconfig.pages.json']
  let counts = nothing
  for (const project of projects) counts = add(counts, await tool('tsc', '--noEmit', '-p', project))
  return counts
}

async function ownGates(): Promise<Counts> {
  const files = readTree(projectRoot)
  return Object.entries(gates)
    .map(([name, gate]) => {
      const findings = gate(files)
      console.log(`${findings.length === 0 ? 'holds' : 'BROKEN'}  ${name}`)
      for (const finding of findings) console.log(describe(finding))
      return whole(findings.length)
    })
    .reduce(add, nothing)
}

async function vitest(folder: string, chosen: readonly string[]): Promise<Counts> {
  installLibreOffice()
  installNginx()
  installIp()
  const report = join(folder, 'vitest.json')
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return vitestCounts(report, await runTool('vitest', ['run', ...chosen, ...reporters]))
}

async function playwright(folder: string): Promise<Counts> {
  installBrowser()
  const report = join(folder, 'playwright.json')
  const environment = { XIAOMA_CHROMIUM: await findChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  return playwrightCounts(report, await runTool('playwright', ['test', '--reporter=list,json'], environment))
}
