import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { areas } from '../src/app/areas.ts'
import { testDatabase } from '../src/platform/testing/database.ts'
import startTestServer from '../src/platform/testing/global-setup.ts'
import { differing, generatedFiles } from './generated.ts'
import { projectRoot } from './testing/run.ts'

const inProject = (path: string) => join(projectRoot, path)
const read = (path: string) => (existsSync(inProject(path)) ? readFileSync(inProject(path), 'utf8') : null)

/** Writes every generated file from a database that was migrated just now; `--check` writes none and fails on a difference. */
async function generate(check: boolean): Promise<number> {
  const stop = await startTestServer()
  const database = await testDatabase(areas)
  try {
    const files = await generatedFiles(database.admin)
    const paths = differing(files, read)
    for (const path of paths) {
      console.log(check ? `${path} differs from what is generated. Run tools/generate.ts.` : path)
      if (!check) writeFileSync(inProject(path), files.get(path) as string)
    }
    return check && paths.length > 0 ? 1 : 0
  } finally {
    await database.drop()
    await stop?.()
  }
}

if (import.meta.main) process.exitCode = await generate(process.argv.includes('--check'))
