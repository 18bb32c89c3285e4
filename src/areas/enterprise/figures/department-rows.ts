import { type Kysely, sql } from 'kysely'
import { inForce, noAmount, noDay, noLine } from '../../../platform/figures/row-columns.ts'
import { countable, defineRowSet, type Relations } from '../../../platform/figures/row-set.ts'
import { streets } from '../../organisation/index.ts'
import type { Tables } from '../tables.generated.ts'

type Seen = Pick<Tables, 'department_spell'>
const tables = (relations: Relations): Kysely<Seen> => relations<Seen>('enterprise')

/** Departments lie in no place: they count where the subdistrict does. */
export const jointDepartments = defineRowSet({
  id: 'enterprise.joint_departments',
  dated: 'asOf',
  record: 'enterprise.department',
  words: { zh: '列入联动机制的部门', en: 'departments in the joint mechanism' },
  rows: (relations, at) =>
    countable(
      tables(relations)
        .selectFrom('department_spell as d')
        .innerJoinLateral(streets(relations, at).as('p'), (join) => join.onTrue())
        .where('d.office_id', '=', at.office)
        .where('d.joint', '=', true)
        .where(inForce('d', at.asOf))
        .select([
          'd.record_id',
          'p.street_id as place_id',
          noLine,
          noDay,
          'd.valid_from',
          'd.valid_to',
          noAmount,
          sql<string>`d.record_id::text`.as('key'),
          sql<string | null>`null::text`.as('kind'),
        ]),
    ),
})
