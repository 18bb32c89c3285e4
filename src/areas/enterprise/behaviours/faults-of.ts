import type { WantedRecord } from '../../../platform/records/records-engine.ts'
import type { Text } from '../../../platform/text.ts'

/** The first fault of each record that has one, by its id; what judging rests on is read once for all. */
export async function faultsOf(
  wanted: readonly WantedRecord[],
  prepare: () => Promise<(record: WantedRecord) => readonly (Text | null)[]>,
): Promise<ReadonlyMap<string, Text>> {
  const judge = await prepare()
  return new Map(
    wanted.flatMap((record) => {
      const first = judge(record).find((fault) => fault !== null)
      return first ? [[record.id, first] as const] : []
    }),
  )
}
