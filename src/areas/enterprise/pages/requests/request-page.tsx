import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type ReactNode, useId, useState } from 'react'
import { useSay } from '../../../../platform/web/language/use-say.ts'
import { useMoment } from '../../../../platform/web/moment/use-moment.ts'
import { Loaded } from '../../../../platform/web/pieces/loaded.tsx'
import { PageHead } from '../../../../platform/web/pieces/page-head.tsx'
import { RecordLink } from '../../../../platform/web/records/record-link.tsx'
import { useMe } from '../../../../platform/web/session/me.ts'
import { companyType, requestType } from '../../records.ts'
import type { RequestView } from '../../request-schema.ts'
import { requestActWords } from '../../rules/requests/request-life.ts'
import { requestChannels, requestKinds, requestOutcomes, requestStages } from '../../terms.ts'
import { server } from '../server.ts'
import { ActPanel } from './act-panel.tsx'
import { AssignForm } from './assign-form.tsx'
import { DueWords } from './due-words.tsx'
import type { OpenAct } from './open-act.ts'
import { PartSection } from './part-section.tsx'
import { TimelineList } from './timeline-list.tsx'
import { requestWords as words } from './words.ts'
import '../../../../platform/web/records/records.css'
import './request.css'

const route = getRouteApi('/work/enterprise/requests/$id')

/** One request: what was asked, each department's clock, what may be done next, and what happened. */
export function RequestPage() {
  const { id } = route.useParams()
  const { asOf } = useMoment()
  const request = useQuery(server.enterprise.request.queryOptions({ input: { id, asOf } }))
  return (
    <Loaded query={request} lines={10}>
      {(data) => <OneRequest key={data.id} request={data} />}
    </Loaded>
  )
}

function OneRequest({ request }: { request: RequestView }) {
  const say = useSay()
  const { permissions } = useMe()
  const { knownAt } = useMoment()
  const [open, setOpen] = useState<OpenAct>(null)
  // Another act may have been opened while this one was being saved.
  const closing = (what: OpenAct) => () =>
    setOpen((now) => (now?.id === what?.id && now?.act === what?.act ? null : now))
  const writes = knownAt === undefined
  return (
    <>
      <PageHead
        title={request.subject}
        line={
          <>
            {request.number} · {request.company.name} · {say(requestKinds[request.kind])}{' '}
            <span className={request.stage === 'open' ? 'tag accent' : 'tag'}>
              {say(requestStages[request.stage])}
            </span>{' '}
            {request.supervised ? <span className="tag accent">{say(words.supervised)}</span> : null}
          </>
        }
        paper="A4 portrait"
      >
        <Link to="/enterprise/requests" className="button">
          {say(words.back)}
        </Link>
        {permissions.includes('records.see') ? (
          <Link to="/records/$type/$id" params={{ type: requestType.id, id: request.id }} className="button">
            {say(words.record)}
          </Link>
        ) : null}
      </PageHead>
      <Section title={say(words.asked)}>
        <Asked request={request} />
        {writes && request.next.length > 0 ? (
          <p className="request-acts screen-only" role="group" aria-label={say(words.next)}>
            {request.next.map((act) => (
              <button
                key={act}
                type="button"
                className="button"
                aria-pressed={open?.id === request.id && open.act === act}
                onClick={() => setOpen({ id: request.id, act })}
              >
                {say(requestActWords[act])}
              </button>
            ))}
          </p>
        ) : null}
        {open?.id === request.id ? (
          <>
            {open.act === 'called_back' ? <p className="help">{say(words.secondPerson)}</p> : null}
            <ActPanel key={open.act} type={requestType} id={request.id} act={open.act} done={closing(open)} />
          </>
        ) : null}
      </Section>
      <Section title={say(words.parts)}>
        {request.parts.length === 0 ? <p className="empty">{say(words.noParts)}</p> : null}
        {request.parts.map((part) => (
          <PartSection
            key={part.id}
            part={part}
            writes={writes}
            open={open}
            setOpen={setOpen}
            closing={closing}
          />
        ))}
        {writes && request.mayAssign ? (
          open?.act === 'assign' ? (
            <AssignForm request={request} done={closing(open)} />
          ) : (
            <p className="screen-only">
              <button type="button" className="button" onClick={() => setOpen({ id: 'new', act: 'assign' })}>
                {say(words.assign)}
              </button>
            </p>
          )
        ) : null}
      </Section>
      <Section title={say(words.timeline)}>
        <TimelineList entries={request.timeline} />
      </Section>
    </>
  )
}

function Asked({ request }: { request: RequestView }) {
  const say = useSay()
  const { closed } = request
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      say(words.company),
      <RecordLink key="company" type={companyType.id} id={request.company.id}>
        {request.company.name}
      </RecordLink>,
    ],
    [say(words.channel), say(requestChannels[request.channel])],
    [say(words.received), request.receivedOn],
    [say(words.wished), request.wishedOn ?? say(words.none)],
    [say(words.content), request.content ?? say(words.none)],
    closed
      ? [say(words.outcome), `${say(requestOutcomes[closed.outcome])} · ${closed.on}`]
      : [say(words.assignBy), <DueWords key="assign" clock={request.assignment} />],
  ]
  return (
    <dl className="facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
