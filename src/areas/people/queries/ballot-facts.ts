import { sql } from 'kysely'
import { livesOfOrganisations } from '../../organisation/index.ts'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import type { Judged } from '../../../platform/records/behaviour.ts'
import { type Day, today } from '../../../platform/values/day.ts'
import { inForce } from '../../../platform/values/spell.ts'
import { type BallotFacts, type Contender, countedOn } from '../rules/elections/ballot-round.ts'
import type { SecretaryElector } from '../terms.ts'

type Life = Omit<Judged, 'facts'>
type ElectionRow = { id: string; organisation: string; secretary_by: SecretaryElector }
type ContenderRow = {
  record: string
  ballot: string
  person: string
  name: string
  way: Contender['way']
  position: number | null
  votes_for: number | null
  votes_against: number | null
  abstentions: number | null
  stated: Contender['stated']
}
type MemberRow = { person: string; branch: string; from: Day; to: Day | null }

const electionOf = ({ spells }: Life) => spells.at(-1)?.attributes['election_id'] ?? ''

/** What the rules on ballots need beside them: who stands, who watches and counts, and who may be elected. */
export async function ballotFacts(
  reader: Reader<unknown>,
  judged: readonly Life[],
): Promise<ReadonlyMap<string, BallotFacts>> {
  const elections = await electionsOf(reader, judged.map(electionOf))
  const contenders = Map.groupBy(
    await contendersOf(
      reader,
      judged.map(({ id }) => id),
    ),
    (row) => row.ballot,
  )
  const officials = await officialsOf(reader, [...elections.keys()])
  const people = [...contenders.values()].flat().map(({ person }) => person)
  const members = Map.groupBy(await membersAmong(reader, people), (row) => row.person)
  const lives = await livesOfOrganisations(reader, [
    ...[...elections.values()].map(({ organisation }) => organisation),
    ...[...members.values()].flat().map(({ branch }) => branch),
  ])
  const pathOn = (id: string, on: Day) => lives.get(id)?.spells.find((spell) => inForce(spell, on))?.path
  return new Map(
    judged.map((life) => {
      const election = elections.get(electionOf(life))
      const on = countedOn(life) ?? today()
      const top = pathOn(election?.organisation ?? '', on)
      const own = contenders.get(life.id) ?? []
      const mayBeElected = ({ person }: ContenderRow) =>
        (members.get(person) ?? []).some(
          (member) =>
            inForce(member, on) && top !== undefined && pathOn(member.branch, on)?.startsWith(top) === true,
        )
      return [
        life.id,
        {
          secretaryBy: election?.secretary_by ?? 'committee',
          contenders: own.map(asContender),
          officials: officials.get(election?.id ?? '') ?? [],
          eligible: own.filter(mayBeElected).map(({ person }) => person),
        },
      ]
    }),
  )
}

function asContender(row: ContenderRow): Contender {
  const { votes_for: votes, votes_against: against, abstentions: abstain } = row
  return {
    personId: row.person,
    name: row.name,
    way: row.way,
    position: row.position,
    stated: row.stated,
    votes: votes === null ? null : { for: votes, against: against ?? 0, abstain: abstain ?? 0 },
  }
}

const tableOf = (reader: Reader<unknown>, name: string) =>
  sql.table(`${schemaOf('people', reader.known)}.${name}`)

async function electionsOf(
  reader: Reader<unknown>,
  ids: readonly string[],
): Promise<Map<string, ElectionRow>> {
  const { rows } = await sql<ElectionRow>`select distinct on (record_id) record_id as id,
      organisation_id as organisation, secretary_by
    from ${tableOf(reader, 'election_spell')} where office_id = ${reader.scope.office}
    and record_id = any(${[...new Set(ids)]}::uuid[]) order by record_id, valid_from desc`.execute(reader.db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Who stands in ballots and has not withdrawn. */
async function contendersOf(reader: Reader<unknown>, ballots: readonly string[]): Promise<ContenderRow[]> {
  const { rows } =
    await sql<ContenderRow>`select s.record_id as record, s.ballot_id as ballot, s.person_id as person,
      coalesce(p.name, p.code) as name, s.way, s.list_no as position, s.votes_for, s.votes_against, s.abstentions, s.stated
    from ${tableOf(reader, 'candidacy_spell')} s
    join ${tableOf(reader, 'person')} p on p.office_id = s.office_id and p.id = s.person_id
    where s.office_id = ${reader.scope.office} and s.ballot_id = any(${ballots}::uuid[]) and s.valid_to is null
    order by s.ballot_id, s.list_no nulls last, s.record_id`.execute(reader.db)
  return rows
}

async function officialsOf(reader: Reader<unknown>, elections: readonly string[]) {
  const { rows } = await sql<{
    election: string
    person: string
  }>`select election_id as election, person_id as person
    from ${tableOf(reader, 'election_officer_spell')} where office_id = ${reader.scope.office}
    and election_id = any(${elections}::uuid[]) and valid_to is null order by 1, 2`.execute(reader.db)
  return new Map(
    [...Map.groupBy(rows, (row) => row.election)].map(([id, own]) => [id, own.map(({ person }) => person)]),
  )
}

/** The times in which persons were full members, and of which organisation. */
async function membersAmong(reader: Reader<unknown>, people: readonly string[]): Promise<MemberRow[]> {
  const { rows } = await sql<MemberRow>`select record_id as person, branch_id as branch, valid_from as "from",
      valid_to as "to" from ${tableOf(reader, 'person_spell')} where office_id = ${reader.scope.office}
    and record_id = any(${[...new Set(people)]}::uuid[]) and category = 'full' and branch_id is not null`.execute(
    reader.db,
  )
  return rows
}
