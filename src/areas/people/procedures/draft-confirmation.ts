import { livesOfOrganisations } from '../../organisation/index.ts'
import { newId } from '../../../platform/db/id.ts'
import { inWholeOffice, type Reader, type Writer } from '../../../platform/db/transaction.ts'
import type { RecordType } from '../../../platform/records/record-type.ts'
import { noSuchRecord, type Records } from '../../../platform/records/records.ts'
import type { StoredRecord, WantedRecord } from '../../../platform/records/records-engine.ts'
import type { TimelineEvent } from '../../../platform/timeline/timeline.ts'
import type { Day } from '../../../platform/values/day.ts'
import { inForce } from '../../../platform/values/spell.ts'
import { committeeHoldings } from '../queries/committee-holdings.ts'
import { ballotsOf } from '../queries/election-ballots.ts'
import { countRecorders } from '../queries/count-recorders.ts'
import { electionType, partyPostType, personType } from '../records.ts'
import { type ElectedPost, outcomeOfElection } from '../rules/elections/confirmation/outcome-of-election.ts'
import {
  electedFrom,
  type Holding,
  type HoldingsPlan,
  planHoldings,
} from '../rules/elections/confirmation/plan-holdings.ts'
import { termKindOf } from '../rules/elections/term-kind-of.ts'
import { type TermLength, termLength } from '../rules/elections/term-length.ts'
import type { ElectionKind, SecretaryElector } from '../terms.ts'
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
  readonly posts: readonly ElectedPost[]
  readonly plan: HoldingsPlan
  readonly term: { readonly from: Day; readonly length: TermLength | null } | null
  readonly drafts: ReadonlyMap<RecordType, readonly WantedRecord[]>
}

/**
 * Everything that the confirmation of an election writes, by the outcome of its count and no other.
 * @throws Refusal NOT_FOUND, STALE; CONFLICT with everything that stands in the way
 */
export async function draftConfirmation(
  records: Records,
  writer: Writer<unknown>,
  reader: Reader<unknown>,
  input: ConfirmationInput,
): Promise<Confirmation> {
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
        ballots.map(({ record }) => record.id),
      ),
      actor: writer.request.actor.id,
      counted: ballots.flatMap(({ round }) => round?.on ?? []),
    })
    const stored = await committeeHoldings(reader, engine, organisation)
    const plan = planHoldings(kind, await holdingsOf(records, reader, stored, organisation), outcome.posts)
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
    drafts.set(partyPostType, postsOf(election, kind, stored, plan, organisation, input))
    drafts.set(electionType, [withEvent(election, eventOf('confirmed', input.onDate, {}, input))])
    return { posts: outcome.posts, plan, term, drafts }
  })
}

const eventOf = (
  kind: string,
  onDate: Day,
  sets: TimelineEvent['sets'],
  { documentNo, reason }: Pick<ConfirmationInput, 'documentNo' | 'reason'>,
): Omit<TimelineEvent, 'seq'> => ({ id: newId(), onDate, kind, sets, documentNo, reason })

function withEvent({ id, header, events }: StoredRecord, event: Omit<TimelineEvent, 'seq'>): WantedRecord {
  return { id, header, events: [...events, { ...event, seq: events.length + 1 }] }
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

async function holdingsOf(
  { engine }: Records,
  reader: Reader<unknown>,
  stored: readonly StoredRecord[],
  organisation: string,
): Promise<Holding[]> {
  const people = stored.flatMap(({ spells }) =>
    spells.map(({ attributes }) => attributes['person_id'] as string),
  )
  const names = await engine.titlesOf(reader, personType, people)
  return stored.flatMap(({ id, spells }) =>
    spells
      .filter(({ attributes }) => attributes['organisation_id'] === organisation)
      .map(({ from, to, attributes }) => ({
        id,
        from,
        to,
        personId: attributes['person_id'] as string,
        name: names.get(attributes['person_id'] as string) ?? '',
        post: attributes['post'] as string,
        wonOn: attributes['won_on'] as Day | null,
      })),
  )
}

function postsOf(
  election: StoredRecord,
  kind: ElectionKind,
  stored: readonly StoredRecord[],
  { ending, lasting, beginning }: HoldingsPlan,
  organisation: string,
  input: ConfirmationInput,
): WantedRecord[] {
  const gained = kind === 'term' ? 'elected' : 'by_elected'
  const cause = kind === 'term' ? 'term_ended' : 'moved'
  const recordOf = (holding: Holding) => stored.find(({ id }) => id === holding.id) as StoredRecord
  return [
    ...ending.map(({ holding, on }) => withEvent(recordOf(holding), eventOf('ended', on, { cause }, input))),
    ...lasting.map(({ holding, elected }) =>
      withEvent(recordOf(holding), eventOf('re_elected', elected.on, { gained, won_on: elected.on }, input)),
    ),
    ...beginning.map((elected) => ({
      id: newId(),
      header: { invented: election.header['invented'] ?? false },
      events: [
        {
          ...eventOf(
            'began',
            elected.on,
            { ...newHolding(elected, input), organisation_id: organisation, gained },
            input,
          ),
          seq: 1,
        },
      ],
    })),
  ]
}

const newHolding = ({ personId, post, on }: ElectedPost, { fullTime }: ConfirmationInput) => ({
  person_id: personId,
  post,
  duty: null,
  won_on: on,
  working_time: fullTime.includes(personId) ? 'full_time' : 'part_time',
  standing: null,
  rank: null,
})
