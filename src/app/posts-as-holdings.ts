import { type PostHeld, postsHeld } from '../areas/people/index.ts'
import { type Holding, type Holdings, mostHoldingsFound } from '../platform/access/holdings.ts'
import type { Database } from '../platform/db/database.ts'
import { type Reader, read } from '../platform/db/transaction.ts'
import type { RecordType } from '../platform/records/record-type.ts'
import { titlesAcross } from '../platform/records/titles.ts'
import { text } from '../platform/text.ts'
import { today } from '../platform/values/day.ts'
import type { Program } from './program.ts'

/** The posts of the people area for whoever grants roles and sees no records: the whole office's, by name, post and place alone. */
export function postsAsHoldings({ records }: Pick<Program, 'records'>): Holdings {
  const { engine } = records
  async function asHoldings(reader: Reader<unknown>, posts: readonly PostHeld[]): Promise<Holding[]> {
    const titles = await titlesAcross(
      engine,
      reader,
      posts.map(({ at }) => ({ type: engine.types.get(at.type) as RecordType, id: at.id })),
    )
    return posts.map(({ id, person, post, at, place, from, to }) => {
      const [name, where] = [person ?? '…', titles.get(at.id) ?? '']
      return {
        id,
        words: text(`${name} · ${post.zh} · ${where}`, `${name} · ${post.en} · ${where}`),
        place,
        from,
        to,
      }
    })
  }
  const held = async (database: Database, office: number, asked: Parameters<typeof postsHeld>[1]) =>
    await read<unknown, Holding[]>(database, { office, places: 'all' }, async (reader) =>
      asHoldings(reader, await postsHeld(reader, asked)),
    )
  return {
    find: (database, office, find) => held(database, office, { find, on: today(), most: mostHoldingsFound }),
    named: async (database, office, ids) =>
      new Map((await held(database, office, { ids })).map((one) => [one.id, one])),
  }
}
