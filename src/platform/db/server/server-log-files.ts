import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

const kept = 4

async function logFiles(logDirectory: string): Promise<string[]> {
  const names = await readdir(logDirectory)
  return names.filter((name) => /^postgres-\d{8}-\d{6}\.log$/.test(name)).sort()
}

/** Leaves the newest four files of the server's log; each is turned over at 5 MB. */
export async function pruneServerLog(logDirectory: string): Promise<void> {
  const surplus = (await logFiles(logDirectory)).slice(0, -kept)
  for (const name of surplus) await rm(join(logDirectory, name), { force: true })
}

/** The last lines that the server wrote, to say why it ended. */
export async function tailOfServerLog(logDirectory: string): Promise<string> {
  const newest = (await logFiles(logDirectory)).at(-1)
  if (newest === undefined) return ''
  const content = await readFile(join(logDirectory, newest), 'utf8')
  return content.trimEnd().split('\n').slice(-6).join('\n')
}
