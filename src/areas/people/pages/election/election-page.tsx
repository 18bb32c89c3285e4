import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useSay } from '../../../../platform/web/language/use-say.ts'
import { dayText } from '../../../../platform/web/moment/moment-words.ts'
import { Loaded } from '../../../../platform/web/pieces/loaded.tsx'
import { PageHead } from '../../../../platform/web/pieces/page-head.tsx'
import type { ElectionView } from '../../election-view-schema.ts'
import { electionType } from '../../records.ts'
import { pastElection } from '../../rules/elections/ended-words.ts'
import { electionKinds, partyPosts } from '../../terms.ts'
import { AbsentRules } from './absent-rules-list.tsx'
import { BallotSection } from './ballot-section.tsx'
import { CalendarTable } from './calendar-table.tsx'
import { ConfirmSection } from './confirm-section.tsx'
import { OfficersList } from './officers-list.tsx'
import { Part } from './part.tsx'
import { PrepareForm } from './prepare-form.tsx'
import { server } from '../server.ts'
import { StepsList } from './steps-list.tsx'
import { UndoSection } from './undo-section.tsx'
import { electionWords as words } from './words.ts'
import '../../../../platform/web/records/records.css'
import './election.css'

const route = getRouteApi('/work/people/elections/$id')

/** An election of a Party organisation, from its plan to the posts that come of it. */
export function ElectionPage() {
  const { id } = route.useParams()
  const election = useQuery(server.people.election.queryOptions({ input: { id } }))
  return (
    <Loaded query={election} lines={10}>
      {(data) => <OneElection key={data.id} election={data} />}
    </Loaded>
  )
}

function OneElection({ election }: { election: ElectionView }) {
  const say = useSay()
  const [preparing, setPreparing] = useState(false)
  const { ended, may } = election
  const open = may.record && ended === null
  return (
    <>
      <PageHead
        title={election.organisation.name}
        line={
          <>
            {election.code} · {say(words.plan(electionKinds[election.kind], election.termNo, election.seats))}{' '}
            {ended ? (
              <span className="tag past">
                {say(
                  ended.kind === 'confirmed'
                    ? words.confirmedOn(dayText(ended.on))
                    : words.cancelledOn(dayText(ended.on)),
                )}
              </span>
            ) : null}
          </>
        }
        paper="A4 portrait"
        undated
      >
        <Link to="/records/$type/$id" params={{ type: electionType.id, id: election.id }} className="button">
          {say(words.record)}
        </Link>
        <Link
          to="/people/elections/$id/papers"
          params={{ id: election.id }}
          search={{ paper: 'list' }}
          className="button"
        >
          {say(words.papers)}
        </Link>
      </PageHead>
      {election.past ? (
        <p className="help">{say(pastElection)}</p>
      ) : (
        <Part title={say(words.steps)}>
          <StepsList id={election.id} type={electionType} steps={election.steps} mayTake={open} />
        </Part>
      )}
      <Part title={say(words.ballots)}>
        {election.ballots.map((ballot) => (
          <BallotSection key={ballot.id} ballot={ballot} mayRecord={open} />
        ))}
        {open ? (
          preparing ? (
            <PrepareForm election={election} done={() => setPreparing(false)} />
          ) : (
            <p>
              <button type="button" className="button screen-only" onClick={() => setPreparing(true)}>
                {say(words.prepare)}
              </button>
            </p>
          )
        ) : null}
      </Part>
      {election.past ? null : (
        <Part title={say(words.outcome)}>
          <ConfirmSection
            election={election}
            postWords={partyPosts}
            preview={(input) => server.people.previewConfirmation.queryOptions({ input })}
            confirm={(body) => server.people.confirmElection.call(body)}
          />
          {ended?.kind === 'confirmed' && may.confirm ? (
            <UndoSection id={election.id} undo={(body) => server.people.undoConfirmation.call(body)} />
          ) : null}
        </Part>
      )}
      <Part title={say(words.officers)}>
        <OfficersList election={election} />
      </Part>
      {election.past ? null : (
        <Part title={say(words.calendar)}>
          <CalendarTable calendar={election.calendar} note={words.calendarNote} />
        </Part>
      )}
      <AbsentRules absent={election.absent} />
    </>
  )
}
