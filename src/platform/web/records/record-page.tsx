import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RecordView } from '../../records/contract.ts'
import { isMasked, type RecordType } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { GaveUp, wentInto } from '../merge/gave-up.tsx'
import { mergeWords } from '../merge/words.ts'
import { timeOf } from '../moment/moment.ts'
import { useApp } from '../app-context.ts'
import { dayText } from '../moment/moment-words.ts'
import { useMoment } from '../moment/use-moment.ts'
import { Loaded } from '../pieces/loaded.tsx'
import { PageHead } from '../pieces/page-head.tsx'
import { server } from '../rpc/server.ts'
import { useMe } from '../session/me.ts'
import { FindingList } from './finding-list.tsx'
import { RecordChanges } from './record-changes.tsx'
import { RecordDependents } from './record-dependents.tsx'
import { RecordEvents } from './record-events.tsx'
import { RecordFacts } from './record-facts.tsx'
import { recordRoute } from './record-routes.ts'
import { TwoClockTimeline } from './two-clock-timeline.tsx'
import { WithType } from './with-type.tsx'
import { outside } from '../../records/outside.ts'
import { recordWords as words } from './words.ts'
import './records.css'

export function RecordPage() {
  const { type, id } = recordRoute.useParams()
  const moment = useMoment()
  const record = useQuery(
    server.records.get.queryOptions({
      input: { type, id, ...timeOf(moment) },
      placeholderData: keepPreviousData,
    }),
  )
  if (record.error && wentInto(record.error)) return <GaveUp type={type} error={record.error} />
  return (
    <WithType id={type}>
      {(declared) => (
        <Loaded query={record} lines={10}>
          {(data) => <OneRecord type={declared} record={data} />}
        </Loaded>
      )}
    </WithType>
  )
}

function OneRecord({ type, record }: { type: RecordType; record: RecordView }) {
  const say = useSay()
  const { asOf, knownAt } = useMoment()
  const own = useApp().recordPages.get(type.id)
  const { permissions } = useMe()
  // Only what tells of a person has something to hand over.
  const mayErase =
    knownAt === undefined &&
    permissions.includes('records.erase') &&
    type.header.some((field) => isMasked(field) || field.identifies)
  const mayCopy = permissions.includes('records.copy') && type.header.some(({ identifies }) => identifies)
  return (
    <>
      <PageHead
        title={record.title || say(outside)}
        line={
          <>
            {say(type.label)} · {say(words.atThisDay(dayText(asOf)))}{' '}
            <span className={record.inForce ? 'tag accent' : 'tag past'}>
              {say(record.inForce ? words.inForce : words.notInForce)}
            </span>
          </>
        }
        paper="A4 portrait"
      >
        {own ? (
          <Link to={own.to} params={{ id: record.id }} className="button">
            {say(own.label)}
          </Link>
        ) : null}
        {type.deeds?.length ? (
          <Link to="/records/$type/$id/lineage" params={{ type: type.id, id: record.id }} className="button">
            {say(words.lineage)}
          </Link>
        ) : null}
        {mayCopy ? (
          <Link to="/records/$type/$id/copy" params={{ type: type.id, id: record.id }} className="button">
            {say(words.copy)}
          </Link>
        ) : null}
        {mayCopy ? (
          <Link to="/records/$type/$id/looks" params={{ type: type.id, id: record.id }} className="button">
            {say(words.looks)}
          </Link>
        ) : null}
        {mayErase ? (
          <Link to="/records/$type/$id/erasure" params={{ type: type.id, id: record.id }} className="button">
            {say(words.erase)}
          </Link>
        ) : null}
        {knownAt === undefined && (record.may.record || record.may.correct) ? (
          <Link to="/records/$type/$id/act" params={{ type: type.id, id: record.id }} className="main-button">
            {say(words.act)}
          </Link>
        ) : null}
      </PageHead>
      <section className="section" aria-labelledby="facts">
        <h2 id="facts">{say(words.facts)}</h2>
        {record.values ? null : <p className="help">{say(words.lastKnown)}</p>}
        <RecordFacts type={type} record={record} />
      </section>
      {record.findings.length > 0 ? (
        <section className="section" aria-labelledby="findings">
          <h2 id="findings">{say(words.findings)}</h2>
          <FindingList findings={record.findings} />
        </section>
      ) : null}
      <section className="section" aria-labelledby="hanging">
        <h2 id="hanging">{say(words.hanging)}</h2>
        <RecordDependents record={record} />
      </section>
      {record.merged.length > 0 ? (
        <section className="section" aria-labelledby="merged">
          <h2 id="merged">{say(mergeWords.mergedHere)}</h2>
          <ul className="hanging">
            {record.merged.map(({ change, title }) => (
              <li key={change}>
                <Link to="/records/$type/merge/$change" params={{ type: type.id, change }}>
                  {say(mergeWords.mergeOf(title, change))}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className="section" aria-labelledby="timeline">
        <h2 id="timeline">{say(words.timeline)}</h2>
        <TwoClockTimeline type={type} record={record} />
      </section>
      <section className="section" aria-labelledby="events">
        <h2 id="events">{say(words.events)}</h2>
        <RecordEvents type={type} record={record} />
      </section>
      <section className="section" aria-labelledby="changes">
        <h2 id="changes">{say(words.changes)}</h2>
        <RecordChanges record={record} />
      </section>
    </>
  )
}
