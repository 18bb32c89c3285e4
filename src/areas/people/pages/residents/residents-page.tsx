import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useSay } from '../../../../platform/web/language/use-say.ts'
import { dayText } from '../../../../platform/web/moment/moment-words.ts'
import { Loaded } from '../../../../platform/web/pieces/loaded.tsx'
import { PageHead } from '../../../../platform/web/pieces/page-head.tsx'
import { FindingList } from '../../../../platform/web/records/finding-list.tsx'
import { residentsElectionType } from '../../records.ts'
import type { ResidentsView } from '../../residents-view-schema.ts'
import { residentsModes } from '../../rules/elections/residents/round.ts'
import { communityPosts, electionKinds } from '../../terms.ts'
import { AbsentRules } from '../election/absent-rules-list.tsx'
import { CalendarTable } from '../election/calendar-table.tsx'
import { ConfirmSection } from '../election/confirm-section.tsx'
import { Part } from '../election/part.tsx'
import { StepsList } from '../election/steps-list.tsx'
import { UndoSection } from '../election/undo-section.tsx'
import { electionWords } from '../election/words.ts'
import { server } from '../server.ts'
import { ResidentsBallot } from './residents-ballot.tsx'
import { ResidentsOfficers } from './residents-officers.tsx'
import { ResidentsPrepareForm } from './residents-prepare-form.tsx'
import { VoterList } from './voter-list.tsx'
import { residentsWords as words } from './words.ts'
import '../../../../platform/web/records/records.css'
import '../election/election.css'

const route = getRouteApi('/work/people/residents-elections/$id')

/** An election of a residents' committee, from its plan to the posts that come of it and the hand-over. */
export function ResidentsPage() {
  const { id } = route.useParams()
  const election = useQuery(server.people.residentsElection.queryOptions({ input: { id } }))
  return (
    <Loaded query={election} lines={10}>
      {(data) => <OneElection key={data.id} election={data} />}
    </Loaded>
  )
}

function OneElection({ election }: { election: ResidentsView }) {
  const say = useSay()
  const [preparing, setPreparing] = useState(false)
  const { ended, may, id } = election
  const open = may.record && ended === null
  const handedOver = election.steps.some(({ step, state }) => step === 'handed_over' && state === 'done')
  return (
    <>
      <PageHead
        title={say(words.committeeOf(election.community.name))}
        line={
          <>
            {election.code} ·{' '}
            {say(
              words.plan(
                electionKinds[election.kind],
                election.termNo,
                election.seats,
                residentsModes[election.mode].name,
              ),
            )}{' '}
            {ended ? (
              <span className="tag past">
                {say(
                  ended.kind === 'confirmed'
                    ? electionWords.confirmedOn(dayText(ended.on))
                    : electionWords.cancelledOn(dayText(ended.on)),
                )}
              </span>
            ) : null}
          </>
        }
        paper="A4 portrait"
        undated
      >
        <Link to="/records/$type/$id" params={{ type: residentsElectionType.id, id }} className="button">
          {say(electionWords.record)}
        </Link>
        <Link
          to="/people/residents-elections/$id/papers"
          params={{ id }}
          search={{ paper: 'notice' }}
          className="button"
        >
          {say(electionWords.papers)}
        </Link>
      </PageHead>
      {election.findings.length > 0 ? <FindingList findings={election.findings} /> : null}
      <Part title={say(electionWords.steps)}>
        <StepsList
          id={id}
          type={residentsElectionType}
          steps={election.steps}
          mayTake={may.record && ended?.kind !== 'cancelled'}
        />
      </Part>
      <Part title={say(words.voterList)}>
        <VoterList election={election} mayRecord={open} />
      </Part>
      <Part title={say(electionWords.ballots)}>
        {election.ballots.map((ballot) => (
          <ResidentsBallot key={ballot.id} ballot={ballot} mayRecord={open} />
        ))}
        {open && preparing ? (
          <ResidentsPrepareForm election={election} done={() => setPreparing(false)} />
        ) : null}
        {open && !preparing ? (
          <p>
            <button type="button" className="button screen-only" onClick={() => setPreparing(true)}>
              {say(electionWords.prepare)}
            </button>
          </p>
        ) : null}
      </Part>
      <Part title={say(electionWords.outcome)}>
        <ConfirmSection
          election={election}
          postWords={communityPosts}
          preview={(input) => server.people.previewResidentsConfirmation.queryOptions({ input })}
          confirm={(body) => server.people.confirmResidentsElection.call(body)}
        />
        {ended?.kind === 'confirmed' && may.confirm && !handedOver ? (
          <UndoSection id={id} undo={(body) => server.people.undoResidents.call(body)} />
        ) : null}
      </Part>
      <Part title={say(words.officers)}>
        <ResidentsOfficers election={election} mayRecord={open} />
      </Part>
      {election.calendar.length > 0 ? (
        <Part title={say(electionWords.calendar)}>
          <CalendarTable calendar={election.calendar} note={words.calendarNote} />
        </Part>
      ) : null}
      <AbsentRules absent={election.absent} />
    </>
  )
}
