import type { Reader } from '../../db/transaction.ts'
import type { Day } from '../../values/day.ts'
import type { RecordType } from '../record-type.ts'
import type { RecordsEngine } from '../records-engine.ts'
import type { Lineage } from './contract.ts'
import { type DeedEvent, deedOf, deedsOfRecords, eventsOfDeeds, roleOf } from './deed-events.ts'

/** More than any office has in one line of descent; beyond it the picture would tell nothing. */
const mostNodes = 500

/** Everything that a record came from and that came of it, through any number of deeds, as the reader knows it. */
export async function lineageOf(
  engine: RecordsEngine,
  reader: Reader<unknown>,
  type: RecordType,
  id: string,
): Promise<Lineage> {
  const nodes = new Set([id])
  const asked = new Set<string>()
  const links: Omit<Lineage['links'][number], 'words'>[] = []
  for (let fresh = [id]; fresh.length > 0 && nodes.size < mostNodes; ) {
    const deeds = (await deedsOfRecords(reader, type, fresh)).filter((deed) => !asked.has(deed))
    const events = await eventsOfDeeds(engine, reader, deeds, [type])
    for (const deed of deeds) asked.add(deed)
    const found = [...Map.groupBy(events, (event) => event.deed).values()].flatMap((own) =>
      linksOf(type, own),
    )
    links.push(...found)
    fresh = [...new Set(found.flatMap(({ from, to }) => [from, to]))].filter((node) => !nodes.has(node))
    for (const node of fresh) nodes.add(node)
  }
  return {
    nodes: await describe(engine, reader, type, [...nodes]),
    links: links
      .map((link) => ({ ...link, words: (type.deeds?.find(({ kind }) => kind === link.kind) ?? type).label }))
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
  }
}

/** Within one deed each predecessor leads to each successor. */
function linksOf(type: RecordType, events: readonly DeedEvent[]): Omit<Lineage['links'][number], 'words'>[] {
  const deed = deedOf(
    type,
    events.map(({ kind }) => kind),
  )
  if (!deed) return []
  const as = (role: 'predecessor' | 'successor') => events.filter(({ kind }) => roleOf(deed, kind) === role)
  return as('predecessor').flatMap((before) =>
    as('successor').map((after) => ({
      deed: before.deed,
      kind: deed.kind,
      from: before.id,
      to: after.id,
      on: before.on,
      documentNo: before.documentNo,
    })),
  )
}

async function describe(
  engine: RecordsEngine,
  reader: Reader<unknown>,
  type: RecordType,
  ids: readonly string[],
): Promise<Lineage['nodes']> {
  const loaded = await engine.load(reader, type, ids)
  const titles = await engine.titlesOf(reader, type, ids)
  return [...loaded.values()].map(({ id, spells }) => ({
    id,
    title: titles.get(id) ?? '',
    lives: livesOf(spells),
  }))
}

/** Spells that follow on one another without a gap are one life. */
function livesOf(spells: readonly { from: Day; to: Day | null }[]): Lineage['nodes'][number]['lives'] {
  const lives: { from: Day; to: Day | null }[] = []
  for (const { from, to } of spells) {
    const last = lives.at(-1)
    if (last && last.to === from) last.to = to
    else lives.push({ from, to })
  }
  return lives
}
