import { join } from 'node:path'
import { type Expression, type Kysely, sql } from 'kysely'
import { type Area, defineArea } from '../../area.ts'
import { migrationsIn } from '../../db/migration.ts'
import { stock } from '../../figures/figure.ts'
import { inForce } from '../../figures/row-columns.ts'
import { countable, defineRowSet } from '../../figures/row-set.ts'
import type { Preparing } from '../../db/transaction.ts'
import { lastUse } from '../../personal/retention/keeping.ts'
import type { RecordBehaviour } from '../../records/behaviour.ts'
import { text } from '../../text.ts'
import { type Day, day } from '../../values/day.ts'
import { holderKinds, holderType, siteType } from './alpha-records.ts'

/** A site lies in the second node of its path; the root in itself. */
const siteBehaviour: RecordBehaviour = {
  type: siteType,
  placeColumn: 'record_id',
  rules: [],
  hooks: (writer) => ({
    prepare: async (_spells, drafts) => {
      const { rows } = await sql<{ id: string; label: string }>`select id, label from alpha.site
        where office_id = ${writer.request.scope.office}`.execute(writer.db)
      const ids = new Map([...rows, ...drafts].map((row) => [row.label, row.id]))
      return (spell, recordId) => {
        const [, root, second] = (spell.path ?? '/').split('/')
        const scope = ids.get(second || (root as string)) ?? recordId
        return [{ from: spell.from, to: spell.to, columns: { scope_place_id: scope } }]
      }
    },
    eventColumns: (_event, segment) => ({ ...segment.derived }),
    headerColumns: (last) => ({ ...last.derived }),
  }),
}

const holderBehaviour: RecordBehaviour = {
  type: holderType,
  placeColumn: 'site_id',
  rules: [],
  hooks: (writer) => ({
    prepare: async () => {
      const scopes = await scopesOf(writer, 'alpha.site_spell')
      return (spell) => [
        {
          from: spell.from,
          to: spell.to,
          columns: { scope_place_id: scopes.get(spell.attributes['site_id'] as string) as string },
        },
      ]
    },
    eventColumns: (event, segment) => ({
      ...segment.derived,
      ballots: event.sets['ballots'] ?? null,
      fee: event.sets['fee'] ?? null,
    }),
    headerColumns: (last) => ({ ...last.derived }),
  }),
}

/** The newest scope of every record of a table. */
export async function scopesOf(writer: Preparing, spells: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ record_id: string; scope_place_id: string }>`
    select record_id, scope_place_id from ${sql.table(spells)}
    where office_id = ${writer.request.scope.office} order by valid_from`.execute(writer.db)
  return new Map(rows.map((row) => [row.record_id, row.scope_place_id]))
}

type SiteTables = {
  site_spell: { office_id: number; record_id: string; parent_id: string | null }
}

export type HolderTables = {
  holder_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    kind: string
    site_id: string
    parent_id: string | null
    funds: bigint | null
  }
}

/** Published: the other area joins it by its record. */
export const holdersInForce = defineRowSet({
  id: 'alpha.holders_in_force',
  dated: 'asOf',
  record: 'alpha.holder',
  words: text('在册的持有人', 'holders on the register'),
  kinds: holderKinds,
  onLine: true,
  dimensions: {
    above: {
      label: text('上级地点', 'Site above'),
      record: 'alpha.site',
      none: text('没有上级', 'None above'),
      of: (relations, at, on) =>
        relations<SiteTables>('alpha')
          .selectFrom('site_spell as s')
          .where('s.office_id', '=', at.office)
          .where('s.record_id', '=', sql.ref<string>('r.place_id'))
          .where(inForce('s', on))
          .select('s.parent_id') as unknown as Expression<string | null>,
    },
  },
  rows: (relations, at) =>
    countable(
      (relations<HolderTables>('alpha') as Kysely<HolderTables>)
        .selectFrom('holder_spell as h')
        .where('h.office_id', '=', at.office)
        .where('h.valid_from', '<=', at.asOf)
        .where((eb) => eb.or([eb('h.valid_to', 'is', null), eb('h.valid_to', '>', at.asOf)]))
        .select([
          'h.record_id',
          'h.site_id as place_id',
          'h.record_id as line_id',
          sql<null>`null::date`.as('on_date'),
          'h.valid_from',
          'h.valid_to',
          'h.funds as amount',
          sql<string>`h.record_id::text`.as('key'),
          'h.kind',
        ]),
    ),
})

export const holders = stock({
  id: 'alpha.holders',
  version: 1,
  label: text('持有人', 'Holders'),
  theme: text('甲', 'Alpha'),
  unit: text('个', 'holders'),
  decimals: 0,
  rows: holdersInForce,
  measure: { by: 'count' },
})

/** Adds up the column of a sum as it stands: fen, shown in yuan. */
const funds = stock({
  id: 'alpha.funds',
  version: 1,
  label: text('资金合计', 'Funds'),
  theme: text('甲', 'Alpha'),
  unit: text('元', 'yuan'),
  decimals: 2,
  rows: holdersInForce,
  measure: { by: 'sum', of: text('资金', 'funds'), scale: 2 },
})

export const alpha: Area = defineArea({
  name: 'alpha',
  migrations: migrationsIn(join(import.meta.dirname, 'alpha-migrations'), 'alpha'),
  records: [siteBehaviour, holderBehaviour],
  figures: [holders, funds],
  ledgers: [],
  purposes: [
    {
      id: 'alpha.contact',
      name: text('联系', 'Contact'),
      basis: 'duty',
      ground: text('联系持有人', 'To reach a holder'),
      fields: { 'alpha.holder': ['contact'] },
      retention: text('持有期间', 'While it holds'),
      keeping: {
        'alpha.holder': {
          from: text('不再持有之日', 'The day on which it ceased to hold'),
          rows: (office) =>
            lastUse(sql`select record_id as id, valid_to as until from alpha.holder_spell
            where office_id = ${office}`),
        },
      },
      recipients: text('无', 'Nobody'),
      notice: { version: 1, since: day('2018-01-01'), text: text('告知', 'Told') },
    },
  ],
  hierarchies: [
    {
      along: 'place',
      schema: 'alpha',
      name: 'site',
      recordType: 'alpha.site',
      code: { on: 'spell', column: 'code' },
    },
    {
      along: 'line',
      schema: 'alpha',
      name: 'holder',
      recordType: 'alpha.holder',
      code: { on: 'record', column: 'code' },
    },
  ],
})
