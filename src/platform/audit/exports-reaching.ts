import { type RawBuilder, sql } from 'kysely'

/** What exports of a kind of record are about: its type, its ledgers and figures, and those of records that name it. */
export type ExportsReaching = (type: string) => readonly string[]

/** Procedures whose subject is a request for a ledger, by their first name. */
export const clearExportsSubject = 'clearExports'

/** Whether event `e` is an export about one of these subjects, so that it may have held a record of theirs. */
export function exportsAbout(office: number, subjects: readonly string[]): RawBuilder<boolean> {
  return sql`(e.kind = 'export' and ((e.subject_id is null and e.subject_type = any(${subjects}::text[]))
    or (e.subject_type = ${clearExportsSubject} and e.subject_id in (select c.id::text from platform.clear_export c
      where c.office_id = ${office} and c.ledger = any(${subjects}::text[])))))`
}
