import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { RecordView } from '../../records/contract.ts'
import type { RecordType } from '../../records/record-type.ts'
import type { Comparison } from '../../records/versions/contract.ts'
import { useSay } from '../language/use-say.ts'
import { timeOf } from '../moment/moment.ts'
import { momentCell } from '../moment/moment-words.ts'
import { useMoment } from '../moment/use-moment.ts'
import { Loaded } from '../pieces/loaded.tsx'
import { PageHead } from '../pieces/page-head.tsx'
import { WithType } from '../records/with-type.tsx'
import { server } from '../rpc/server.ts'
import { DifferenceTable } from './difference-table.tsx'
import { RestoreForm } from './restore-form.tsx'
import { versionsRoute } from './version-routes.ts'
import { versionWords as words } from './words.ts'
import './versions.css'

/** Two versions of a record beside each other, and the way back to the earlier one. */
export function VersionsPage() {
  const { type, id } = versionsRoute.useParams()
  const moment = useMoment()
  const record = useQuery(
    server.records.get.queryOptions({
      input: { type, id, ...timeOf(moment) },
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <WithType id={type}>
      {(declared) => (
        <Loaded query={record} lines={10}>
          {(data) => <Versions type={declared} record={data} />}
        </Loaded>
      )}
    </WithType>
  )
}

function Versions({ type, record }: { type: RecordType; record: RecordView }) {
  const say = useSay()
  const { knownAt } = useMoment()
  const search = versionsRoute.useSearch()
  const navigate = useNavigate()
  const newest = record.changes[0]?.change ?? record.version
  const before = search.before ?? record.changes[1]?.change ?? newest
  const after = search.after ?? newest
  const comparison = useQuery(
    server.versions.compare.queryOptions({
      input: { type: type.id, id: record.id, before, after, ...(knownAt ? { knownAt } : {}) },
      placeholderData: keepPreviousData,
    }),
  )
  const choose = (change: { before?: string; after?: string }) =>
    void navigate({
      to: '.',
      search: (now: Record<string, unknown>) => ({ ...now, before, after, ...change }),
    })
  return (
    <>
      <PageHead title={say(words.title(record.title))} line={say(type.label)} paper="A4 landscape">
        <Link to="/records/$type/$id" params={{ type: type.id, id: record.id }} className="button">
          {say(words.toRecord)}
        </Link>
      </PageHead>
      <div className="version-choice">
        <VersionChoice
          label={say(words.before)}
          record={record}
          value={before}
          onChoose={(change) => choose({ before: change })}
        />
        <VersionChoice
          label={say(words.after)}
          record={record}
          value={after}
          onChoose={(change) => choose({ after: change })}
        />
      </div>
      <Loaded query={comparison} lines={6}>
        {(data) => (
          <Differences
            key={`${before} ${after}`}
            type={type}
            record={record}
            comparison={data}
            againstNow={after === newest}
          />
        )}
      </Loaded>
    </>
  )
}

function VersionChoice(props: {
  label: string
  record: RecordView
  value: string
  onChoose: (change: string) => void
}) {
  const say = useSay()
  return (
    <label>
      {props.label}
      <select value={props.value} onChange={(event) => props.onChoose(event.target.value)}>
        {props.record.changes.map(({ change, recordedAt, actor }) => (
          <option key={change} value={change}>
            {say(words.version(change, momentCell(recordedAt), actor))}
          </option>
        ))}
      </select>
    </label>
  )
}

function Differences(props: {
  type: RecordType
  record: RecordView
  comparison: Comparison
  againstNow: boolean
}) {
  const say = useSay()
  const { type, record, comparison, againstNow } = props
  const [parts, setParts] = useState<readonly string[]>([])
  const [asking, setAsking] = useState(false)
  if (comparison.header.length + comparison.events.length === 0)
    return <p className="section">{say(words.none)}</p>
  return (
    <section className="section" aria-labelledby="differences">
      <h2 id="differences">{say(words.differences)}</h2>
      <DifferenceTable
        type={type}
        comparison={comparison}
        parts={parts}
        {...(comparison.mayRestore && againstNow && !asking ? { onParts: setParts } : {})}
      />
      {comparison.mayRestore && parts.length === 0 ? (
        <p className="help">{say(againstNow ? words.tick : words.againstNow)}</p>
      ) : null}
      {parts.length > 0 && !asking ? (
        <button type="button" className="main-button" onClick={() => setAsking(true)}>
          {say(words.restore(parts.length))}
        </button>
      ) : null}
      {asking ? (
        <RestoreForm
          record={record}
          from={comparison.before.change}
          parts={parts}
          leave={() => setAsking(false)}
        />
      ) : null}
    </section>
  )
}
