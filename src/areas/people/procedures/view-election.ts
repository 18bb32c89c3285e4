import { livesOfOrganisations } from '../../organisation/index.ts'
import type { Scope } from '../../../platform/db/scope.ts'
import { read } from '../../../platform/db/transaction.ts'
import { findingView } from '../../../platform/records/finding-view.ts'
import { noSuchRecord, type Records } from '../../../platform/records/records.ts'
import type { Day } from '../../../platform/values/day.ts'
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
import { partyElection } from '../election-types.ts'
import { triedSteps } from './tried-steps.ts'
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
      partyElection,
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
      steps: past
        ? []
        : await triedSteps(records, reader, {
            type: electionType,
            election,
            present,
            steps: electionSteps,
            words: stepWords,
            obstacles: outcome.obstacles,
            over: ended !== undefined,
          }),
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
