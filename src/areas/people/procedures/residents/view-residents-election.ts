import { namesOfPlaces } from '../../../organisation/index.ts'
import type { Scope } from '../../../../platform/db/scope.ts'
import { read } from '../../../../platform/db/transaction.ts'
import { findingView } from '../../../../platform/records/finding-view.ts'
import { judgeStored } from '../../../../platform/records/judge-stored.ts'
import { noSuchRecord, type Records } from '../../../../platform/records/records.ts'
import type { StoredRecord } from '../../../../platform/records/records-engine.ts'
import { type Day, today } from '../../../../platform/values/day.ts'
import { loadStrokes } from '../../../../platform/values/strokes.ts'
import { residentsElection as types } from '../../election-types.ts'
import { countRecorders } from '../../queries/count-recorders.ts'
import { residentsBallots } from '../../queries/residents-ballots.ts'
import { residentsOfficers } from '../../queries/residents-officers.ts'
import type { ResidentsView } from '../../residents-view-schema.ts'
import { absentOn } from '../../rules/elections/absent-rules.ts'
import { residentsMaterials } from '../../rules/elections/calendar/materials.ts'
import { residentsCalendar } from '../../rules/elections/calendar/residents-calendar.ts'
import { outcomeOfResidentsElection } from '../../rules/elections/residents/outcome-of-election.ts'
import { electionDay, firstOf } from '../../rules/elections/residents/steps/residents-election.ts'
import { residentsSteps, residentsStepWords } from '../../rules/elections/residents/steps/residents-steps.ts'
import { decisionAfter, objectionsOf } from '../../rules/elections/residents/steps/time-rules.ts'
import { triedSteps } from '../tried-steps.ts'
import { viewResidentsBallot } from './view-residents-ballot.ts'

type Asked = { readonly id: string; readonly actor: string; readonly may: ResidentsView['may'] }

/** A residents' election as its page shows it; which step is next and what locks it the rules say. */
export async function viewResidentsElection(
  records: Records,
  scope: Scope,
  asked: Asked,
): Promise<ResidentsView> {
  const strokesOf = await loadStrokes()
  return await read<unknown, ResidentsView>(records.database, scope, async (reader) => {
    const { engine } = records
    const type = types.election
    const election = (await engine.load(reader, type, [asked.id])).get(asked.id)
    if (!election) throw noSuchRecord(type, asked.id)
    const { events } = election
    const values = election.spells.at(-1)?.attributes ?? {}
    const number = (key: string) => (values[key] ? Number(values[key]) : null)
    const kind = values['kind'] as ResidentsView['kind']
    const seats = number('seats') ?? 0
    const place = values['place_id'] as string
    const ballots = (await residentsBallots(reader, [asked.id])).get(asked.id) ?? []
    const ids = ballots.map(({ id }) => id)
    const stored = await engine.load(reader, types.ballot, ids)
    const outcome = outcomeOfResidentsElection({ kind, seats, ballots })
    const present = await engine.judge(reader, type, [election])
    const ended = events.find(({ kind: act }) => act === 'confirmed' || act === 'cancelled')
    const over = events.some(({ kind: act }) => act === 'handed_over' || act === 'cancelled')
    const listPublished = firstOf(events, 'list_published')?.onDate ?? null
    const objections = objectionsOf(events).map((objected) => ({
      on: objected.onDate,
      count: Number(objected.sets['objections'] ?? 1),
      decidedOn: decisionAfter(events, objected)?.onDate ?? null,
    }))
    const due = electionDay(election)
    const calendar = residentsCalendar({
      electionOn: due,
      listPublished,
      objectedOn: objections.at(-1)?.on ?? null,
      meetingOn: values['chosen_by'] === 'residents_meeting' ? chosenOn(election) : null,
    })
    return {
      id: election.id,
      version: String(election.version),
      code: String(election.header['code']),
      community: { id: place, name: (await namesOfPlaces(reader, [place])).get(place) ?? '' },
      kind,
      termNo: number('term_no'),
      seats,
      mode: values['mode'] as ResidentsView['mode'],
      plannedOn: values['planned_on'] as Day,
      voters: number('voters'),
      listPublishedOn: listPublished,
      objections,
      steps: await triedSteps(records, reader, {
        type,
        election,
        present,
        steps: residentsSteps,
        words: residentsStepWords,
        obstacles: outcome.obstacles,
        over,
      }),
      calendar: calendar.map(({ id, name, from, by, basis }) => ({
        id,
        name,
        from,
        by,
        basis,
        materials: residentsMaterials.filter(({ step }) => step === id).map((material) => material.name),
      })),
      ballots: await Promise.all(
        ballots.map((ballot) =>
          viewResidentsBallot(engine, reader, stored.get(ballot.id) as StoredRecord, ballot, strokesOf),
        ),
      ),
      officers: await residentsOfficers(reader, asked.id),
      outcome: { posts: [...outcome.posts], obstacles: [...outcome.obstacles] },
      absent: absentOn('residents', due).map(({ subject, why }) => ({ subject, why })),
      ended: ended
        ? { kind: ended.kind === 'confirmed' ? 'confirmed' : 'cancelled', on: ended.onDate }
        : null,
      may: asked.may,
      ownCount: (await countRecorders(reader, types, ids)).has(asked.actor),
      findings: (await judgeStored(records, reader, type, [election], today())).map((one) =>
        findingView(one),
      ),
    }
  })
}

const chosenOn = ({ events }: StoredRecord): Day | null => firstOf(events, 'committee_chosen')?.onDate ?? null
