import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useSay } from '../../../../platform/web/language/use-say.ts'
import { useMoment } from '../../../../platform/web/moment/use-moment.ts'
import { Loaded } from '../../../../platform/web/pieces/loaded.tsx'
import { PageHead } from '../../../../platform/web/pieces/page-head.tsx'
import { givenIn } from '../../../../platform/web/records/form-input.ts'
import { useMe } from '../../../../platform/web/session/me.ts'
import { companyType, submissionType } from '../../records.ts'
import type { SubmissionView } from '../../request-contract.ts'
import {
  type SubmissionAct,
  submissionActWords,
  submissionLife,
} from '../../rules/requests/submission-life.ts'
import { requestKinds, submissionStages } from '../../terms.ts'
import { server } from '../server.ts'
import { ActPanel } from './act-panel.tsx'
import { submissionWords as words } from './submission-words.ts'
import { TakeUpForm } from './take-up-form.tsx'
import { requestWords } from './words.ts'
import './request.css'

const route = getRouteApi('/work/enterprise/submissions/$id')

/** What a company sent, whom its credit code names, and what to do with it: take it up, or say why not. */
export function SubmissionPage() {
  const { id } = route.useParams()
  const submission = useQuery(server.enterprise.submission.queryOptions({ input: { id } }))
  return (
    <Loaded query={submission} lines={10}>
      {(data) => <OneSubmission key={data.id} submission={data} />}
    </Loaded>
  )
}

function OneSubmission({ submission }: { submission: SubmissionView }) {
  const say = useSay()
  const { permissions } = useMe()
  const { knownAt } = useMoment()
  const [act, setAct] = useState<SubmissionAct | 'takeUp' | null>(null)
  const { request, stage } = submission
  const records = ['records.record', submissionType.permissions.record].every((need) =>
    permissions.includes(need),
  )
  const acts =
    records && !knownAt && !request ? (Object.keys(submissionLife.transitions[stage]) as SubmissionAct[]) : []
  return (
    <>
      <PageHead
        title={submission.subject}
        line={
          <>
            {submission.number} · {submission.company} · {say(requestKinds[submission.kind])}{' '}
            <span className={request ? 'tag' : 'tag accent'}>
              {say(request ? words.takenUp : submissionStages[stage])}
            </span>
          </>
        }
        paper="A4 portrait"
      >
        <Link to="/enterprise/requests" search={{ list: 'online' }} className="button">
          {say(requestWords.back)}
        </Link>
        {permissions.includes('records.see') ? (
          <Link
            to="/records/$type/$id"
            params={{ type: submissionType.id, id: submission.id }}
            className="button"
          >
            {say(requestWords.record)}
          </Link>
        ) : null}
      </PageHead>
      <section className="section">
        <Sent submission={submission} />
        <p className="request-acts screen-only" role="group" aria-label={say(requestWords.next)}>
          {submission.mayTakeUp && !knownAt ? (
            <ActButton pressed={act === 'takeUp'} onClick={() => setAct('takeUp')}>
              {say(words.takeUp)}
            </ActButton>
          ) : null}
          {acts.map((one) => (
            <ActButton key={one} pressed={act === one} onClick={() => setAct(one)}>
              {say(submissionActWords[one])}
            </ActButton>
          ))}
        </p>
        {act === 'takeUp' ? <TakeUpForm submission={submission} /> : null}
        {act && act !== 'takeUp' ? (
          <ActPanel key={act} type={submissionType} id={submission.id} act={act} done={() => setAct(null)} />
        ) : null}
      </section>
    </>
  )
}

function ActButton(props: { pressed: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className="button" aria-pressed={props.pressed} onClick={props.onClick}>
      {props.children}
    </button>
  )
}

function Sent({ submission }: { submission: SubmissionView }) {
  const say = useSay()
  const { declined, request, served, unit } = submission
  const facts: readonly (readonly [string, ReactNode])[] = [
    [say(words.sent), submission.submittedOn],
    [say(words.code), submission.creditCode],
    [say(words.company), submission.company],
    [say(words.registered), <Registered key="registered" submission={submission} />],
    [say(requestWords.wished), submission.wishedOn ?? say(requestWords.none)],
    [
      say(requestWords.content),
      <span key="content" className="kept-lines">
        {submission.content}
      </span>,
    ],
    ...(declined ? [[say(words.told), `${declined.why} · ${declined.on}`] as const] : []),
    ...(request
      ? [
          [
            say(words.takenUp),
            <Link key="request" to="/enterprise/requests/$id" params={{ id: request.id }}>
              {request.number}
            </Link>,
          ] as const,
        ]
      : []),
  ]
  return (
    <>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="help">{say(words.contact)}</p>
      {served || request ? null : (
        <p role="note" className="note">
          {say(unit ? words.notServed(unit.name) : words.notRegistered)}{' '}
          {unit ? (
            <Link
              to="/records/$type/new"
              params={{ type: companyType.id }}
              search={{ given: givenIn({ unit_id: unit.id }) }}
              className="screen-only"
            >
              {say(words.list)}
            </Link>
          ) : null}
        </p>
      )}
    </>
  )
}

function Registered({ submission: { company, unit } }: { submission: SubmissionView }) {
  const say = useSay()
  if (!unit) return say(requestWords.none)
  return (
    <>
      {unit.name} {unit.name === company ? null : <span className="help">{say(words.differs)}</span>}
    </>
  )
}
