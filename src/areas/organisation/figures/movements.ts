import { type Kysely, sql } from 'kysely'
import { type Flow, flow } from '../../../platform/figures/figure.ts'
import {
  defineRowSet,
  type Instants,
  type Moves,
  moving,
  type Relations,
  type RowSet,
} from '../../../platform/figures/row-set.ts'
import { type Text, text } from '../../../platform/text.ts'
import { partyOrganisationType } from '../records.ts'
import type { Tables } from '../tables.generated.ts'
import { organisationKinds } from '../terms.ts'
import { noAmount } from '../../../platform/figures/row-columns.ts'
import { groupKind } from './group-kind.ts'

type Seen = Pick<Tables, 'party_organisation_spell' | 'party_organisation_event'>

const actsThat = (effect: 'begins' | 'ends') =>
  partyOrganisationType.acts.filter((act) => act.effect === effect).map((act) => act.kind)

/** The last event of the day that began (ended) a life, where one did. */
const lifeEvent = (effect: 'begins' | 'ends', relations: Relations) => {
  const day = effect === 'begins' ? 's.valid_from' : 's.valid_to'
  return relations<Seen>('organisation')
    .selectFrom('party_organisation_event as e')
    .whereRef('e.office_id', '=', sql.ref('s.office_id'))
    .whereRef('e.record_id', '=', sql.ref('s.record_id'))
    .whereRef('e.on_date', '=', sql.ref(day))
    .where('e.kind', 'in', actsThat(effect))
    .orderBy('e.seq', 'desc')
    .limit(1)
    .select('e.kind')
}

/** Every spell that overlaps the period or touches its ends. */
const spells = (relations: Relations, at: Instants) =>
  (relations<Seen>('organisation') as Kysely<Seen>)
    .selectFrom('party_organisation_spell as s')
    .where('s.office_id', '=', at.office)
    .where('s.valid_from', '<=', at.through)
    .where((eb) => eb.or([eb('s.valid_to', 'is', null), eb('s.valid_to', '>=', at.from)]))
    .select([
      's.record_id',
      's.seat_id as place_id',
      's.record_id as line_id',
      sql<null>`null::date`.as('on_date'),
      's.valid_from',
      's.valid_to',
      noAmount,
      sql<string>`s.record_id::text`.as('key'),
      's.kind',
      sql<boolean>`s.kind <> ${sql.lit(groupKind)}`.as('counted'),
      sql<string | null>`(${lifeEvent('begins', relations)})`.as('starts_by'),
      sql<string | null>`(${lifeEvent('ends', relations)})`.as('ends_by'),
    ])

const movement = (name: string, moves: Moves, words: Text): RowSet =>
  defineRowSet({
    id: `organisation.${name}`,
    dated: 'period',
    record: partyOrganisationType.id,
    words,
    kinds: organisationKinds,
    onLine: true,
    moves,
    rows: (relations, at) => moving(spells(relations, at)),
  })

type Line = { readonly name: string; readonly moves: Moves; readonly label: Text; readonly words: Text }
const line = (name: string, direction: Moves['direction'], by: string, label: Text, how: Text): Line => ({
  name,
  moves: { direction, by: [by] },
  label,
  words: text(
    `${how.zh}的党组织（不含楼道党小组）`,
    `Party organisations ${how.en}, stairwell groups not among them`,
  ),
})

/** The lines between what there was and what there is, in the order in which a person reads them. */
const lines: readonly Line[] = [
  line(
    'came_established',
    'in',
    'established',
    text('新建', 'Established'),
    text('新建', 'established anew'),
  ),
  line(
    'came_jointly_established',
    'in',
    'jointly_established',
    text('联合组建', 'Jointly established'),
    text('联合组建', 'established jointly'),
  ),
  line('came_restored', 'in', 'restored', text('恢复', 'Restored'), text('恢复', 'restored')),
  line(
    'came_of_mergers',
    'in',
    'founded_by_merger',
    text('合并组建', 'Born of a merger'),
    text('由合并组建', 'born of a merger'),
  ),
  line(
    'came_of_splits',
    'in',
    'founded_by_split',
    text('分设成立', 'Born of a split'),
    text('由分设成立', 'born of a split'),
  ),
  line(
    'moved_in',
    'in',
    'moved',
    text('划入', 'Moved in'),
    text('因地点或隶属变动划入', 'that came to lie here by a move of their own or of what they lie in'),
  ),
  line(
    'reclassified_in',
    'in',
    'reclassified',
    text('类型转入', 'Re-classified in'),
    text('由其他类型转入', 'that became of a counted type'),
  ),
  line('went_dissolved', 'out', 'dissolved', text('撤销', 'Dissolved'), text('撤销', 'dissolved')),
  line('went_absorbed', 'out', 'absorbed', text('归并', 'Absorbed'), text('归并', 'absorbed by another')),
  line(
    'went_merged',
    'out',
    'merged',
    text('因合并终止', 'Ended by a merger'),
    text('因合并终止', 'ended by a merger'),
  ),
  line(
    'went_split',
    'out',
    'split',
    text('因分设终止', 'Ended by a split'),
    text('因分设终止', 'ended by a split'),
  ),
  line(
    'moved_out',
    'out',
    'moved',
    text('划出', 'Moved out'),
    text('因地点或隶属变动划出', 'that ceased to lie here by a move of their own or of what they lie in'),
  ),
  line(
    'reclassified_out',
    'out',
    'reclassified',
    text('类型转出', 'Re-classified out'),
    text('转为其他类型', 'that ceased to be of a counted type'),
  ),
]

const figureOf = ({ name, moves, label, words }: Line): Flow =>
  flow({
    id: `organisation.${name}`,
    version: 1,
    label,
    theme: { zh: '组织增减', en: 'Comings and goings' },
    unit: { zh: '个', en: 'organisations' },
    decimals: 0,
    apart: true,
    rows: movement(name, moves, words),
    measure: { by: 'count' },
  })

const going = (direction: Moves['direction']) =>
  lines.filter(({ moves }) => moves.direction === direction).map(figureOf)

export const comings: readonly Flow[] = going('in')
export const goings: readonly Flow[] = going('out')
