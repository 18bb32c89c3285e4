import { sql } from 'kysely'
import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import type { Segment } from '../../../platform/timeline/timeline.ts'
import { councilSeatType, councilType, partyOrganisationType, placeType } from '../records.ts'
import { placeRules } from '../rules/place-rules.ts'
import { seatedIn } from './seated-in.ts'

const scopeLabel = (segment: Segment) => {
  const labels = (segment.path ?? '/').split('/').filter((label) => label !== '')
  return labels[1] ?? labels[0] ?? ''
}

/** A place lies in the scope of its community, the second node of its path; the street and a community in their own. */
export const placeBehaviour: RecordBehaviour = {
  type: placeType,
  placeColumn: 'record_id',
  rules: placeRules,
  followers: async (writer, saved, touched) => [
    { type: placeType.id, ids: touched.filter((id) => !saved.includes(id)) },
    { type: partyOrganisationType.id, ids: await seatedIn(writer, 'party_organisation_spell', 'seat_id', touched) },
    { type: councilType.id, ids: await seatedIn(writer, 'council_spell', 'place_id', touched) },
    { type: councilSeatType.id, ids: await seatedIn(writer, 'council_seat_spell', 'place_id', touched) },
  ],
  hooks: (writer) => ({
    prepare: async (spells, drafts) => {
      const ids = new Map(drafts.map((draft) => [draft.label, draft.id]))
      const missing = [...new Set(spells.map(scopeLabel))].filter((label) => !ids.has(label))
      const { rows } = await sql<{ id: string; label: string }>`select id, label from organisation.place
        where office_id = ${writer.request.scope.office} and label = any(${missing}::text[])`.execute(writer.db)
      for (const row of rows) ids.set(row.label, row.id)
      return (spell, recordId) => [
        { from: spell.from, to: spell.to, columns: { scope_place_id: ids.get(scopeLabel(spell)) ?? recordId } },
      ]
    },
    eventColumns: (_event, segment) => ({ ...segment.derived }),
    headerColumns: (last) => ({ ...last.derived }),
  }),
}
