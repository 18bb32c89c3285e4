import { movedFigures } from '../../figures/moved-figures.ts'
import type { Figures } from '../../figures/registry.ts'
import { project } from '../../timeline/project.ts'
import { inForce } from '../../values/spell.ts'
import { placesOf } from '../deeds/preview-deed.ts'
import { findingView } from '../finding-view.ts'
import { fieldOf, type RecordType, timelineOf } from '../record-type.ts'
import type { Records } from '../records.ts'
import type { WantedRecord } from '../records-engine.ts'
import { showValues } from '../shown-values.ts'
import { takenBack } from '../taken-back.ts'
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
  return await takenBack(records, asking, input.reason, async (writer, reader) => {
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
    const drafts = withNamed(records, type, wanted)
    const { moved, result: findings } = await movedFigures(
      figures,
      writer,
      input.onDate,
      () => placesOf(records, reader, { drafts }),
      () => records.engine.save(writer, type, wanted),
    )
    const names = await records.engine.titlesOf(
      reader,
      records.engine.types.get(records.place.recordType) as RecordType,
      moved.map(({ place }) => place),
    )
    return {
      records: wanted.map(({ id }, index) => ({
        id,
        title: titles.get(id) ?? '',
        values: values[index] ?? {},
      })),
      refused: [...refused],
      findings: findings.map((finding) => findingView(finding)),
      figures: moved.map((one) => ({ ...one, place: { id: one.place, name: names.get(one.place) ?? '' } })),
    }
  })
}

/** The records and those that the act names: where they go to has its figures before the act as well. */
function withNamed(
  { engine }: Records,
  type: RecordType,
  wanted: readonly WantedRecord[],
): Map<RecordType, Map<string, WantedRecord>> {
  const drafts = new Map([[type, new Map(wanted.map((one) => [one.id, one]))]])
  for (const [key, id] of Object.entries(wanted[0]?.events.at(-1)?.sets ?? {})) {
    const field = fieldOf(type, key)
    const to = field.kind === 'reference' ? engine.types.get(field.to) : undefined
    if (!to || id === null) continue
    const own = drafts.get(to) ?? new Map<string, WantedRecord>()
    drafts.set(to, own.set(id, { id, header: {}, events: [] }))
  }
  return drafts
}
