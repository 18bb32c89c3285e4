import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { appendEvent } from '../../platform/audit/append-event.ts'
import { originOf } from '../../platform/audit/origin.ts'
import type { Actor } from '../../platform/db/transaction.ts'
import type { Text } from '../../platform/text.ts'
import { officeName } from '../found-office.ts'
import { office, openProgram, type Program, type ProgramOptions } from '../program.ts'

/** A command of the command line: its arguments, and the exit code that it answers. */
export type Command = (args: readonly string[]) => Promise<number>

/** The call itself was wrong: exit code 2. */
export class UsageError extends Error {}

/** The command line works as the whole office: who can run it can read the data directory. */
export const wholeOffice = { office, places: 'all' } as const

/** Messages go to standard error in both languages; standard output is for what was asked. */
export function complain(zh: string, en: string): void {
  process.stderr.write(`${zh}\n${en}\n`)
}

export function parse<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  usage: string,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${usage}`)
  }
}

export function commandActor(): Actor {
  const { username } = userInfo()
  return { id: `command-line:${username}`, name: `命令行 command line: ${username}` }
}

/** A file named on the command line is meant from the folder where the command was called. */
export function fromCaller(path: string): string {
  return resolve(process.env['XIAOMA_CALLED_FROM'] ?? process.cwd(), path)
}

/** Opens the program on data that exist, and closes it after the work. */
export async function withProgram<Result>(
  work: (program: Program) => Promise<Result>,
  options: Pick<ProgramOptions, 'asStored'> = {},
): Promise<Result> {
  const say = (words: Text) => complain(words.zh, words.en)
  const program = await openProgram({ env: process.env, say, ...options })
  try {
    if (!(await officeName(program.database))) {
      throw new UsageError(
        '还没有数据。请先运行 ./xiaoma start。\nThere is no data yet. Run ./xiaoma start first.',
      )
    }
    return await work(program)
  } finally {
    await program.close()
  }
}

/** What leaves by the command line is an event as well, before it does. */
export async function appendExport(
  { database }: Program,
  type: string,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  await appendEvent(database.pool, office, { ...originOf(), kind: 'export', subject: { type }, details })
}

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}
