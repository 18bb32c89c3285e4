import { livesOfOrganisations } from '../../organisation/index.ts'
import { inWholeOffice, type Reader, type Writer } from '../../../platform/db/transaction.ts'
import type { RecordType } from '../../../platform/records/record-type.ts'
import { noSuchRecord, type Records } from '../../../platform/records/records.ts'
import type { StoredRecord, WantedRecord } from '../../../platform/records/records-engine.ts'
import type { Day } from '../../../platform/values/day.ts'
import { inForce } from '../../../platform/values/spell.ts'
import { holdingsEver } from '../queries/holdings-ever.ts'
import { ballotsOf } from '../queries/election-ballots.ts'
import { countRecorders } from '../queries/count-recorders.ts'
import { electionType, partyPostType } from '../records.ts'
import { outcomeOfElection } from '../rules/elections/confirmation/outcome-of-election.ts'
import {
  type ElectedTo,
  electedFrom,
  type HoldingsPlan,
  planHoldings,
} from '../rules/elections/confirmation/plan-holdings.ts'
import { termKindOf } from '../rules/elections/term-kind-of.ts'
import { type TermLength, termLength } from '../rules/elections/term-length.ts'
import type { ElectionKind, SecretaryElector } from '../terms.ts'
import { partyElection } from '../election-types.ts'
import { eventOf, holdingDrafts, holdingsOf, withEvent } from './holding-drafts.ts'
import { refuseConfirmation } from './refuse-confirmation.ts'

export type ConfirmationInput = {
  readonly id: string
  readonly version: string
  /** The day on which the outcome is confirmed. */
  readonly onDate: Day
  readonly documentNo: string | null
  readonly reason: string | null
  /** Persons of the new committee who serve full time. */
  readonly fullTime: readonly string[]
}

export type Confirmation = {
  readonly posts: readonly ElectedTo[]
  readonly plan: HoldingsPlan
  readonly term: { readonly from: Day; readonly length: TermLength | null } | null
  readonly drafts: ReadonlyMap<RecordType, readonly WantedRecord[]>
}

/**
 * Everything that the confirmation of an election writes, by the outcome of its count and no other.
 * @throws Refusal NOT_FOUND, STALE; CONFLICT with everything that stands in the way
 */
export type Drafting = (
  records: Records,
  writer: Writer<unknown>,
  reader: Reader<unknown>,
  input: ConfirmationInput,
) => Promise<Confirmation>

/** Of a Party organisation: the posts of its committee, and its term. */
export const draftConfirmation: Drafting = async (records, writer, reader, input) => {
  const { engine } = records
  const seen = (await engine.load(reader, electionType, [input.id])).get(input.id)
  if (!seen) throw noSuchRecord(electionType, input.id)
  return await inWholeOffice(writer, async () => {
    const election = (await engine.load(reader, electionType, [input.id])).get(input.id) as StoredRecord
    const attributes = election.spells.at(-1)?.attributes ?? {}
    const kind = attributes['kind'] as ElectionKind
    const organisation = attributes['organisation_id'] as string
    const ballots = await ballotsOf(reader, engine, input.id)
    const outcome = outcomeOfElection({
      kind,
      secretaryBy: attributes['secretary_by'] as SecretaryElector,
      seats: Number(attributes['seats']),
      ballots,
    })
    refuseConfirmation(election, input, outcome.obstacles, {
      recorders: await countRecorders(
        reader,
        partyElection,
        ballots.map(({ record }) => record.id),
      ),
      actor: writer.request.actor.id,
      counted: ballots.flatMap(({ round }) => round?.on ?? []),
    })
    const at = { key: 'organisation_id', id: organisation }
    const stored = await holdingsEver(reader, engine, partyPostType, at, committeePosts)
    const held = await holdingsOf(records, reader, stored, at)
    const plan = planHoldings(kind, held, outcome.posts)
    refuseConfirmation(election, input, plan.obstacles, null)
    const from = electedFrom(outcome.posts)
    const length = kind === 'term' ? await lengthOf(reader, organisation, from) : null
    const term = kind === 'term' ? { from, length } : null
    const drafts = new Map<RecordType, WantedRecord[]>()
    if (term) {
      const type = engine.types.get('organisation.party_organisation') as RecordType
      const own = (await engine.load(reader, type, [organisation])).get(organisation) as StoredRecord
      const began = own.spells.find((spell) => inForce(spell, from))?.attributes['term_from']
      if (began !== from) drafts.set(type, [withEvent(own, termBegan(term, input))])
    }
    drafts.set(partyPostType, holdingDrafts(election, kind, stored, plan, at, input))
    drafts.set(electionType, [withEvent(election, eventOf('confirmed', input.onDate, {}, input))])
    return { posts: outcome.posts, plan, term, drafts }
  })
}

const termBegan = ({ from, length }: NonNullable<Confirmation['term']>, input: ConfirmationInput) =>
  eventOf('term_began', from, { term_from: from, term_years: length ? String(length.years) : null }, input)

async function lengthOf(
  reader: Reader<unknown>,
  organisation: string,
  from: Day,
): Promise<TermLength | null> {
  const spells = (await livesOfOrganisations(reader, [organisation])).get(organisation)?.spells ?? []
  const standing = spells.find((spell) => inForce(spell, from))
  const kind = standing ? termKindOf(standing) : null
  return kind ? termLength(from, kind) : null
}

const committeePosts = ['secretary', 'deputy_secretary', 'member']
