import { livesOfOrganisations } from '../../organisation/index.ts'
import { newId } from '../../../platform/db/id.ts'
import type { Scope } from '../../../platform/db/scope.ts'
import { type Reader, read } from '../../../platform/db/transaction.ts'
import { findingView } from '../../../platform/records/finding-view.ts'
import { noSuchRecord, type Records } from '../../../platform/records/records.ts'
import type { StoredRecord } from '../../../platform/records/records-engine.ts'
import type { Finding } from '../../../platform/rules/judge.ts'
import { type Day, today } from '../../../platform/values/day.ts'
import { monthOf } from '../../../platform/values/period.ts'
import { loadStrokes } from '../../../platform/values/strokes.ts'
import type { ElectionView } from '../election-view-schema.ts'
import { countRecorders } from '../queries/count-recorders.ts'
import { ballotsOf } from '../queries/election-ballots.ts'
import { leadTimesSet } from '../queries/lead-times-set.ts'
import { officersOf } from '../queries/officers-of.ts'
import { electionType } from '../records.ts'
import { absentOn } from '../rules/elections/absent-rules.ts'
import { leadTimesOn } from '../rules/elections/calendar/lead-times.ts'
import { isPast } from '../rules/elections/ballot-round.ts'
import { partyMaterials } from '../rules/elections/calendar/materials.ts'
import { partyCalendar } from '../rules/elections/calendar/party-calendar.ts'
import { outcomeOfElection } from '../rules/elections/confirmation/outcome-of-election.ts'
import { electionSteps } from '../rules/elections/steps/election-steps.ts'
import { stepWords } from '../rules/elections/steps/step-words.ts'
import type { ElectionKind, SecretaryElector } from '../terms.ts'
import { viewBallot } from './view-ballot.ts'

type Asked = {
  readonly id: string
  readonly actor: string
  readonly may: ElectionView['may']
}

/** An election as its page shows it: which step is next and what locks it comes from the rules, not from the page. */
export async function viewElection(records: Records, scope: Scope, asked: Asked): Promise<ElectionView> {
  const strokesOf = await loadStrokes()
  return await read<unknown, ElectionView>(records.database, scope, async (reader) => {
    const { engine } = records
    const election = (await engine.load(reader, electionType, [asked.id])).get(asked.id)
    if (!election) throw noSuchRecord(electionType, asked.id)
    const attributes = election.spells.at(-1)?.attributes ?? {}
    const kind = attributes['kind'] as ElectionKind
    const secretaryBy = attributes['secretary_by'] as SecretaryElector
    const seats = Number(attributes['seats'])
    const organisation = attributes['organisation_id'] as string
    const ballots = await ballotsOf(reader, engine, asked.id)
    const recorders = await countRecorders(
      reader,
      ballots.map(({ record }) => record.id),
    )
    const outcome = outcomeOfElection({ kind, secretaryBy, seats, ballots })
    const present = await engine.judge(reader, electionType, [election])
    const ended = election.events.find(({ kind: act }) => act === 'confirmed' || act === 'cancelled')
    const plannedOn = attributes['planned_on'] as Day
    const held = election.events.find(({ kind: act }) => act === 'held')?.onDate
    const due = held ?? plannedOn
    const past = isPast(election)
    return {
      id: election.id,
      version: String(election.version),
      code: String(election.header['code']),
      organisation: {
        id: organisation,
        name: (await livesOfOrganisations(reader, [organisation])).get(organisation)?.name ?? '',
      },
      kind,
      termNo: attributes['term_no'] ? Number(attributes['term_no']) : null,
      seats,
      secretaryBy,
      plannedOn,
      past,
      steps: past ? [] : await stepsOf(records, reader, election, present, [...outcome.obstacles]),
      calendar: partyCalendar(monthOf(due), leadTimesOn(await leadTimesSet(reader), due)).map(
        ({ id, name, from, by, basis }) => ({
          id,
          name,
          from,
          by,
          basis,
          materials: partyMaterials.filter(({ step }) => step === id).map((material) => material.name),
        }),
      ),
      ballots: await Promise.all(ballots.map((ballot) => viewBallot(records, reader, ballot, strokesOf))),
      officers: await officersOf(reader, asked.id),
      outcome: { posts: [...outcome.posts], obstacles: [...outcome.obstacles] },
      absent: absentOn('party', due).map(({ subject, why }) => ({ subject, why })),
      ended: ended
        ? { kind: ended.kind === 'confirmed' ? 'confirmed' : 'cancelled', on: ended.onDate }
        : null,
      may: past ? { record: false, confirm: false } : asked.may,
      ownCount: recorders.has(asked.actor),
      findings: present.map((finding) => findingView(finding)),
    }
  })
}

/** Each step that is not done is tried on the record as it stands: what the rules would then say against it locks it. */
async function stepsOf(
  { engine }: Records,
  reader: Reader<unknown>,
  election: StoredRecord,
  present: readonly Finding[],
  obstacles: ElectionView['outcome']['obstacles'],
): Promise<ElectionView['steps']> {
  const known = new Set(present.map(wordsOf))
  const doneOn = new Map(election.events.map((event) => [event.kind, event]))
  const over = election.events.some(({ kind }) => kind === 'confirmed' || kind === 'cancelled')
  const steps: ElectionView['steps'] = []
  let reached = false
  for (const step of electionSteps) {
    const done = doneOn.get(step)
    const base = {
      step,
      label: stepWords[step],
      on: done?.onDate ?? null,
      documentNo: done?.documentNo ?? null,
    }
    if (done || over) {
      steps.push({ ...base, state: done ? 'done' : 'later', reasons: [] })
      continue
    }
    const tried = {
      id: newId(),
      onDate: today(),
      seq: 999,
      kind: step,
      sets: {},
      documentNo: null,
      reason: null,
    }
    const found = await engine.judge(reader, electionType, [
      { ...election, events: [...election.events, tried] },
    ])
    const against = found.filter(
      (finding) => finding.judges === 'act' && finding.weight !== 'inform' && !known.has(wordsOf(finding)),
    )
    const reasons = [
      ...against.map(({ message, basis }) => ({ message, basis })),
      ...(step === 'confirmed' ? obstacles.map((message) => ({ message, basis: null })) : []),
    ]
    steps.push({ ...base, state: reasons.length > 0 ? 'locked' : reached ? 'later' : 'next', reasons })
    reached = true
  }
  return steps
}

const wordsOf = ({ rule, message }: Finding) => `${rule} ${message.zh}`
