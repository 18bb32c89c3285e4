import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { keepDemoData } from '../src/app/testing/demo-data.ts'
import { seed } from './seed.ts'
import { add, type Counts, inWords, nothing, whole } from './testing/counts.ts'
import { memoryFolder } from './testing/memory-folder.ts'
import { type Step, steps } from './testing/steps.ts'

const usage = `./xiaoma test [--only <step>[,<step>]] [--list]
  steps: ${steps.map(({ name }) => name).join(', ')}
  XIAOMA_SEED=<number> repeats a run, XIAOMA_RUNS=<factor> multiplies the cases of each property`

type Result = { readonly step: Step; readonly counts: Counts; readonly seconds: number }

/** Runs the checks and tests; every step, also after one that fails. Resolves to the exit code. */
export async function runTests(args: readonly string[]): Promise<number> {
  const chosen = choose(args)
  if (typeof chosen === 'number') return chosen
  console.log(`XIAOMA_SEED=${seed()}`)
  const memory = memoryFolder()
  if (memory) process.env['TMPDIR'] = memory.path
  const folder = mkdtempSync(join(tmpdir(), 'xiaoma-test-'))
  const forgetDemo = keepDemoData()
  const results: Result[] = []
  try {
    for (const step of chosen) results.push(await runStep(step, folder))
  } finally {
    forgetDemo()
    rmSync(folder, { recursive: true, force: true })
    memory?.remove()
  }
  return summarise(results)
}

/** The steps asked for, or an exit code where there is nothing to run. */
function choose(args: readonly string[]): readonly Step[] | number {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { only: { type: 'string' }, list: { type: 'boolean' } },
    })
    if (values.list) {
      for (const { name, heading } of steps) console.log(`${name.padEnd(10)} ${heading}`)
      return 0
    }
    const names = values.only?.split(',').map((name) => name.trim())
    const unknown = names?.find((name) => !steps.some((step) => step.name === name))
    if (unknown !== undefined) throw new Error(`There is no step “${unknown}”.`)
    return steps.filter(({ name, apart }) => (names ? names.includes(name) : !apart))
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`)
    return 2
  }
}

async function runStep(step: Step, folder: string): Promise<Result> {
  console.log(`\n━━ ${step.heading} ━━`)
  const begin = performance.now()
  const counts = await step.run(folder).catch((error: unknown) => {
    console.error(error)
    return whole(1)
  })
  const seconds = (performance.now() - begin) / 1000
  console.log(`   ${inWords(counts)} in ${seconds.toFixed(1)} s`)
  return { step, counts, seconds }
}

function summarise(results: readonly Result[]): number {
  const total = results.map(({ counts }) => counts).reduce(add, nothing)
  console.log('\n━━ Summary ━━')
  for (const { step, counts, seconds } of results)
    console.log(
      `${counts.failed === 0 ? 'ok    ' : 'FAILED'}  ${step.name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s  ${inWords(counts)}`,
    )
  for (const name of total.names) console.log(`FAILED  ${name}`)
  if (total.failed > 0) console.log(`\nrepeat with XIAOMA_SEED=${seed()}`)
  console.log(`\n${inWords(total)}`)
  return total.failed > 0 || total.passed === 0 ? 1 : 0
}

if (import.meta.main) process.exitCode = await runTests(process.argv.slice(2))
