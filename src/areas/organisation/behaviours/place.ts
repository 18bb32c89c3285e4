import { sql } from 'kysely'
import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { scopeAlone } from '../../../platform/records/scope-alone.ts'
import type { Segment } from '../../../platform/timeline/timeline.ts'
import { placeType } from '../records.ts'
import { placeRules } from '../rules/place-rules.ts'

const labelsOf = (segment: Segment) => (segment.path ?? '/').split('/').filter((label) => label !== '')
const scopeLabel = (labels: readonly string[]) => labels[1] ?? labels[0] ?? ''

/** A place lies in the scope of its community, the second node of its path; the street and a community in their own. */
export const placeBehaviour: RecordBehaviour = {
  type: placeType,
  placeColumn: 'record_id',
  rules: placeRules,
  // What lies beneath a place lies in the scope that its path names.
  follows: [{ type: placeType.id, by: 'record_id' }],
  hooks: (writer) => ({
    prepare: async (spells, drafts) => {
      const known = new Map(
        drafts.map((draft) => [draft.label, { id: draft.id, kind: draft.header['kind'] as string }]),
      )
      const missing = [
        ...new Set(spells.map(labelsOf).flatMap((labels) => [scopeLabel(labels), labels.at(-1) ?? ''])),
      ].filter((label) => !known.has(label))
      const { rows } = await sql<{
        id: string
        label: string
        kind: string
      }>`select id, label, kind from organisation.place
        where office_id = ${writer.request.scope.office} and label = any(${missing}::text[])`.execute(
        writer.db,
      )
      for (const row of rows) known.set(row.label, row)
      return (spell, recordId) => {
        const labels = labelsOf(spell)
        const kind = known.get(labels.at(-1) ?? '')?.kind ?? null
        return [
          {
            from: spell.from,
            to: spell.to,
            columns: { scope_place_id: known.get(scopeLabel(labels))?.id ?? recordId, kind },
          },
        ]
      }
    },
    eventColumns: (_event, segment) => scopeAlone(segment),
    headerColumns: scopeAlone,
  }),
}
