import { rehearse } from '../../db/rehearse.ts'
import type { Writer } from '../../db/transaction.ts'
import { movedFigures } from '../../figures/moved-figures.ts'
import type { Figures } from '../../figures/registry.ts'
import { project } from '../../timeline/project.ts'
import { inForce } from '../../values/spell.ts'
import { readerOf } from '../engine.ts'
import { findingView } from '../finding-view.ts'
import { fieldOf, timelineOf } from '../record-type.ts'
import type { Records } from '../records.ts'
import { showValues } from '../shown-values.ts'
import type { Asking } from '../write-change.ts'
import type { BulkPreview } from './contract.ts'
import { type BulkInput, draftBulk } from './draft-bulk.ts'

/** What one act on many records would do: which refuse it and why, and which figures the others move. */
export async function previewBulk(
  records: Records,
  figures: Figures,
  asking: Asking,
  input: BulkInput,
): Promise<BulkPreview> {
  const request = { ...asking, kind: 'event', reason: input.reason } as const
  return await rehearse(records.database, request, async (writer: Writer<unknown>): Promise<BulkPreview> => {
    const reader = readerOf(writer)
    const { behaviour, act, wanted, titles, refused } = await draftBulk(records, writer, reader, input)
    const { type } = behaviour
    const values = await showValues(
      records.engine,
      reader,
      act.sets.map((key) => fieldOf(type, key)),
      wanted.map(({ events }) => {
        const before = project(timelineOf(type), events.slice(0, -1))
        return before.find((spell) => inForce(spell, input.onDate))?.attributes ?? {}
      }),
    )
    const save = () => records.engine.save(writer, type, wanted)
    // All or none: while some refuse it, nothing would move.
    const { moved, result: findings } =
      refused.length > 0
        ? { moved: [], result: await save() }
        : await movedFigures(figures, writer, {
            asOf: input.onDate,
            act: save,
            records: new Map([[type, wanted.map(({ id }) => id)]]),
          })
    return {
      records: wanted.map(({ id }, index) => ({
        id,
        title: titles.get(id) ?? '',
        values: values[index] ?? {},
      })),
      refused: [...refused],
      findings: findings.map((finding) => findingView(finding)),
      figures: moved,
    }
  })
}
