import { type Kysely, sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import { subtree } from '../../../platform/timeline/tree.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { TreeNode } from '../contract.ts'

type PlaceRow = {
  id: string
  parentId: string | null
  path: string
  name: string
  code: string | null
  kind: TreeNode['kind']
}
type OrganisationRow = TreeNode['organisations'][number] & { seatId: string }
type CouncilRow = TreeNode['councils'][number] & { placeId: string }

/** The places below a path in force on a day, with the organisations seated in them and the councils over them. */
export async function fourInOneTree(reader: Reader<unknown>, path: string, on: Day): Promise<TreeNode[]> {
  const places = await placesBelow(reader, path, on)
  const organisations = Map.groupBy(await organisationsOn(reader, on), (row) => row.seatId)
  const councils = Map.groupBy(await councilsOn(reader, on), (row) => row.placeId)
  const nodes = new Map<string, TreeNode>()
  for (const { path: _path, parentId, ...place } of places) {
    nodes.set(place.id, {
      ...place,
      // Above the topmost place in scope the caller sees nothing.
      parentId: parentId !== null && nodes.has(parentId) ? parentId : null,
      organisations: (organisations.get(place.id) ?? []).map(
        ({ seatId: _seat, ...organisation }) => organisation,
      ),
      councils: (councils.get(place.id) ?? []).map(({ placeId: _place, ...council }) => council),
      counts: {
        organisations: 0,
        groups: 0,
        compounds: 0,
        compoundsCovered: 0,
        stairwells: 0,
        stairwellsCovered: 0,
      },
    })
  }
  for (const node of nodes.values()) countUpwards(nodes, node)
  return [...nodes.values()]
}

const branchKinds = new Set(['631', '632'])

/** Adds what stands in one place to its own counts and to those of all above it. */
function countUpwards(nodes: ReadonlyMap<string, TreeNode>, node: TreeNode): void {
  const groups = node.organisations.filter(({ kind }) => kind === '641').length
  const inBuilding = node.parentId === null ? [] : (nodes.get(node.parentId)?.organisations ?? [])
  const hasGroup = groups > 0 || inBuilding.some(({ kind }) => kind === '641')
  const added = {
    organisations: node.organisations.length - groups,
    groups,
    compounds: Number(node.kind === 'compound'),
    compoundsCovered: Number(
      node.kind === 'compound' && node.organisations.some(({ kind }) => branchKinds.has(kind)),
    ),
    stairwells: Number(node.kind === 'stairwell'),
    stairwellsCovered: Number(node.kind === 'stairwell' && hasGroup),
  }
  for (
    let at: TreeNode | undefined = node;
    at;
    at = at.parentId === null ? undefined : nodes.get(at.parentId)
  ) {
    for (const key of Object.keys(added) as (keyof typeof added)[]) at.counts[key] += added[key]
  }
}

const of = (reader: Reader<unknown>, table: string) =>
  sql.table(`${schemaOf('organisation', reader.known)}.${table}`)
const on = (alias: string, day: Day) =>
  sql`${sql.ref(`${alias}.valid_from`)} <= ${day} and (${sql.ref(`${alias}.valid_to`)} is null or ${day} < ${sql.ref(`${alias}.valid_to`)})`

async function placesBelow(reader: Reader<unknown>, path: string, day: Day): Promise<PlaceRow[]> {
  const { lo, hi } = subtree(path)
  const { rows } =
    await sql<PlaceRow>`select s.record_id as id, s.parent_id as "parentId", s.path, s.name, s.code, s.kind
    from ${of(reader, 'place_spell')} s
    where s.office_id = ${reader.scope.office} and s.path >= ${lo} and s.path < ${hi} and ${on('s', day)}
    order by length(s.path) - length(replace(s.path, '/', '')), s.code collate "C"`.execute(
      reader.db as Kysely<unknown>,
    )
  return rows
}

async function organisationsOn(reader: Reader<unknown>, day: Day): Promise<OrganisationRow[]> {
  const { rows } =
    await sql<OrganisationRow>`select s.record_id as id, s.name, s.kind, s.founded_in as "foundedIn", s.seat_id as "seatId"
    from ${of(reader, 'party_organisation_spell')} s where s.office_id = ${reader.scope.office} and ${on('s', day)}
    order by s.kind, s.path`.execute(reader.db as Kysely<unknown>)
  return rows
}

async function councilsOn(reader: Reader<unknown>, day: Day): Promise<CouncilRow[]> {
  const { rows } = await sql<CouncilRow>`select c.record_id as id, c.name, c.kind, c.place_id as "placeId",
      (select count(*) from ${of(reader, 'council_seat_spell')} s where s.office_id = c.office_id and s.council_id = c.record_id
        and ${on('s', day)})::int as seats
    from ${of(reader, 'council_spell')} c where c.office_id = ${reader.scope.office} and ${on('c', day)}`.execute(
    reader.db as Kysely<unknown>,
  )
  return rows
}
