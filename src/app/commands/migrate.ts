import { openProgram } from '../program.ts'
import { type Command, complain } from './command.ts'

/** Brings the database to this program's newest migration and stops. */
export const migrate: Command = async () => {
  const ran: string[] = []
  const program = await openProgram({
    env: process.env,
    say: (words) => complain(words.zh, words.en),
    onMigration: (name) => ran.push(name),
  })
  await program.close()
  for (const name of ran) process.stdout.write(`${name}\n`)
  if (ran.length === 0) complain('数据库已是最新。', 'The database is up to date.')
  return 0
}
