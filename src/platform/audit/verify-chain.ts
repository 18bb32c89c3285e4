import { type Kysely, sql } from 'kysely'
import { altered, alteredSeals, eventFault, type Fault, missingEvents, strayHead } from './fault.ts'
import { text } from '../text.ts'

const together = 5_000

type Link = { event: string; hash: string; linked: boolean; sealed: boolean }
export type ChainEnd = { readonly event: string; readonly hash: string }

/** Walks the chain of an office from its first event to its head. Answers where it ends. */
export async function verifyChain(
  db: Kysely<unknown>,
  office: number,
  tell: (fault: Fault) => void,
  onProgress: (events: number) => void,
): Promise<ChainEnd> {
  const first = await sql<{
    hash: string
  }>`select encode(sha256(convert_to('office ' || ${office}::int, 'UTF8')), 'hex') as hash`.execute(db)
  let last: ChainEnd = { event: '0', hash: (first.rows[0] as { hash: string }).hash }
  for (;;) {
    const links = await linksAfter(db, office, last)
    for (const link of links) {
      if (BigInt(link.event) !== BigInt(last.event) + 1n) tell(missingEvents(last.event, link.event))
      else if (!link.linked) tell(altered(link.event))
      if (!link.sealed) tell(alteredSeals(link.event))
      last = link
    }
    onProgress(Number(last.event))
    if (links.length < together) break
  }
  const { rows: heads } = await sql<
    ChainEnd & { timely: boolean }
  >`select h.event_no::text as event, encode(h.hash, 'hex') as hash,
      h.happened_at = (select max(e.happened_at) from platform.audit_event e where e.office_id = h.office_id) as timely
    from platform.audit_head h where h.office_id = ${office}`.execute(db)
  const head = heads[0] ?? { event: '0', hash: last.hash, timely: true }
  if (head.event !== last.event || head.hash !== last.hash || !head.timely)
    tell(strayHead(head.event, last.event))
  const { rows: stray } = await sql<{
    event: string
  }>`select distinct s.event_no::text as event from platform.audit_seal s
    where s.office_id = ${office} and not exists (
      select from platform.audit_event e where e.office_id = s.office_id and e.event_no = s.event_no)`.execute(
    db,
  )
  for (const { event } of stray) tell(eventFault(event, ofNoEvent(event)))
  return last
}

/** After a gap the link itself cannot be tried: that there is one has been told. */
async function linksAfter(db: Kysely<unknown>, office: number, last: ChainEnd): Promise<Link[]> {
  const { rows } = await sql<Link>`
    select e.event_no::text as event, encode(e.hash, 'hex') as hash,
      e.hash = sha256(lag(e.hash, 1, decode(${last.hash}, 'hex')) over (order by e.event_no) || convert_to(platform.audit_text(e), 'UTF8')) as linked,
      e.seal is not distinct from platform.seals_digest(array(
        select s from platform.audit_seal s where s.office_id = e.office_id and s.event_no = e.event_no)) as sealed
    from platform.audit_event e where e.office_id = ${office} and e.event_no > ${last.event}::bigint
    order by e.event_no limit ${together}`.execute(db)
  return rows
}

const ofNoEvent = (event: string) =>
  text(`有数据摘要属于不存在的第${event}号事件。`, `There are digests of event ${event}, which is not there.`)
