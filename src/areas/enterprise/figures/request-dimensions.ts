import { type Expression, type Kysely, sql } from 'kysely'
import { inForce } from '../../../platform/figures/row-columns.ts'
import type { Instants, Relations, RowDimension } from '../../../platform/figures/row-set.ts'
import type { Day } from '../../../platform/values/day.ts'
import { placesAround } from '../../organisation/index.ts'
import type { Tables } from '../tables.generated.ts'

type Seen = Pick<Tables, 'task_spell' | 'zone_place_spell' | 'zone_spell'>
const tables = (relations: Relations): Kysely<Seen> => relations<Seen>('enterprise')
type Office = Pick<Instants, 'office'>

const record = sql.ref<string>('r.record_id')

const partsOn = (relations: Relations, at: Office, day: Expression<Day>) =>
  tables(relations)
    .selectFrom('task_spell as t')
    .where('t.office_id', '=', at.office)
    .where(inForce('t', day))

const department = {
  label: { zh: '办理部门', en: 'Department' },
  record: 'enterprise.department',
} as const

/** Of a request, the department in the lead on the day. One that had it returned leads it no more, and until the next nobody does. */
const leadOfRequest: RowDimension = {
  ...department,
  none: { zh: '当日没有主办部门', en: 'No department in the lead on the day' },
  of: (relations, at, day) =>
    partsOn(relations, at, day)
      .where('t.request_id', '=', record)
      .where('t.role', '=', 'lead')
      .where('t.stage', '!=', 'returned')
      .select('t.department_id') as unknown as Expression<string | null>,
}

/** Of a department's part, the department. */
const departmentOfPart: RowDimension = {
  ...department,
  none: { zh: '当日没有办理部门', en: 'No department on the day' },
  of: (relations, at, day) =>
    partsOn(relations, at, day)
      .where('t.record_id', '=', record)
      .select('t.department_id') as unknown as Expression<string | null>,
}

/** That of the nearest place, at or above the company's, which is in a zone on the day: its building's, else its community's. */
const zone: RowDimension = {
  label: { zh: '服务片区', en: 'Service zone' },
  record: 'enterprise.zone',
  none: { zh: '不在片区内', en: 'In no zone' },
  of: (relations, at, day) =>
    tables(relations)
      .selectFrom(placesAround(relations, at, sql.ref<string>('r.place_id'), day).as('u'))
      .innerJoin('zone_place_spell as i', (join) =>
        join.on('i.office_id', '=', at.office).onRef('i.place_id', '=', 'u.place_id').on(inForce('i', day)),
      )
      .innerJoin('zone_spell as z', (join) =>
        join
          .onRef('z.office_id', '=', 'i.office_id')
          .onRef('z.record_id', '=', 'i.zone_id')
          .on(inForce('z', day)),
      )
      .orderBy('u.depth', 'desc')
      .limit(1)
      .select('z.record_id') as unknown as Expression<string | null>,
}

/** Of rows that are requests, and of rows that are departments' parts; each in the zone of the place where it counts: a part that was due lies where it does on the last day. */
export const requestDimensions = { department: leadOfRequest, zone }
export const partDimensions = { department: departmentOfPart, zone }
