import type { ClientConfig } from 'pg'
import { inSnapshot } from '../../src/app/testing/kills/inspect.ts'
import { same } from '../../src/app/testing/kills/judge.ts'
import { untilSeen } from '../../src/app/testing/kills/office.ts'

/** Reading the file touches no database; the write is prepared beside the tables, then done under the head's lock. */
export const phases = ['reading', 'comparing', 'preparing', 'writing', 'commit'] as const
export type Phase = (typeof phases)[number]
/** `none`: nothing of an import is seen in the database; it is being read, or has ended. */
export type Seen = Exclude<Phase, 'reading'> | 'none'

const others = `a.datname = current_database() and a.pid <> pg_backend_pid()`
const holds = (relation: string, mode: string) =>
  `exists (select from pg_locks l where l.pid = a.pid and l.relation = to_regclass('${relation}') and l.mode = '${mode}')`
/** The last of them that holds says where the session is. Only a writer has an xid, and only the head's is lent the lock of a row. */
const marks: Record<Exclude<Seen, 'none'>, string> = {
  commit: `a.state = 'active' and a.query = 'commit' and a.backend_xid is not null`,
  writing: `a.backend_xid is not null and ${holds('platform.office', 'RowExclusiveLock')}`,
  preparing: `a.backend_xid is not null and ${holds('organisation.party_organisation', 'AccessShareLock')}`,
  comparing: `a.backend_xid is null and ${holds('organisation.party_organisation', 'AccessShareLock')}`,
}

/** Waits, at most so long, until an import is seen there. */
export async function untilPhase(admin: ClientConfig, phase: Exclude<Seen, 'none'>, milliseconds: number) {
  await untilSeen(
    admin,
    `exists (select from pg_stat_activity a where ${others} and ${marks[phase]})`,
    milliseconds,
  )
}

/** Where an import is at this moment, and the server's process that works for it. */
export async function lookAt(
  admin: ClientConfig,
  owner: string,
): Promise<{ phase: Seen; backend: number | null }> {
  const which = Object.entries(marks).map(([phase, mark]) => `when ${mark} then '${phase}'`)
  return await inSnapshot({ ...admin }, owner, async (rows) => {
    const [found] = await rows(`select phase, pid from (select a.pid, case ${which.join(' ')} end as phase
      from pg_stat_activity a where ${others}) s where phase is not null
      order by array_position(array['commit', 'writing', 'preparing', 'comparing'], phase) limit 1`)
    return { phase: (found?.[0] ?? 'none') as Seen, backend: found ? Number(found[1]) : null }
  })
}

export type KeptImport = { readonly key: string; readonly created: number; readonly updated: number }

/** Every import that took effect has one record of its batch with one file, and all the history that it must leave; nothing else has. */
export async function judgeImports(
  admin: ClientConfig,
  owner: string,
  applied: readonly KeptImport[],
  names: ReadonlyMap<string, string>,
): Promise<void> {
  await inSnapshot(admin, owner, async (rows) => {
    const history = (table: string) =>
      `(select count(distinct record_id) from organisation_history.party_organisation_${table} h where h.known_to = b.change_no)`
    const kept = await rows(`select r.idempotency_key, b.created, b.updated, b.rows_read,
        ${history('event')}, ${history('spell')},
        (select count(*) from platform.import_file f where f.office_id = b.office_id and f.import_id = b.id),
        (select kind from platform.change c where c.office_id = b.office_id and c.change_no = b.change_no)
      from platform.import_batch b left join platform.request r on r.office_id = b.office_id and r.change_no = b.change_no
      order by b.change_no`)
    const expected = applied.map(({ key, created, updated }) =>
      [key, created, updated, created + updated, updated, updated, 1, 'import'].map(String),
    )
    same(
      'batches',
      kept.map((row) => row.map(String)),
      expected,
    )
    const stored = await rows(`select o.code, s.name from organisation.party_organisation o
      join organisation.party_organisation_spell s on s.office_id = o.office_id and s.record_id = o.id order by o.code`)
    const wanted = [...names].sort(([a], [b]) => (a < b ? -1 : 1))
    same('organisations', stored.length, wanted.length)
    const wrong = stored.findIndex(([code, name], at) => code !== wanted[at]?.[0] || name !== wanted[at]?.[1])
    if (wrong >= 0) same('organisation', stored[wrong], wanted[wrong])
  })
}
