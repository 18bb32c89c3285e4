import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { RecordView } from '../../records/contract.ts'
import { isMasked, type RecordField, type RecordType } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { announce } from '../pieces/announcement.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { Loaded } from '../pieces/loaded.tsx'
import { PageHead } from '../pieces/page-head.tsx'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { shownValue } from '../records/shown-value.ts'
import { WithType } from '../records/with-type.tsx'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { useIdempotencyKey } from '../rpc/use-idempotency-key.ts'
import { LabelledInput } from '../session/labelled-input.tsx'
import { erasureRoute } from './erasure-route.ts'
import { erasureWords as words } from './words.ts'
import '../session/session.css'

export function ErasurePage() {
  const { type, id } = erasureRoute.useParams()
  const record = useQuery(server.records.get.queryOptions({ input: { type, id } }))
  return (
    <WithType id={type}>
      {(declared) => <Loaded query={record}>{(data) => <Erasure type={declared} record={data} />}</Loaded>}
    </WithType>
  )
}

/** What an erasure empties, before it does. */
function Erasure({ type, record }: { type: RecordType; record: RecordView }) {
  const say = useSay()
  const navigate = useNavigate()
  const keyFor = useIdempotencyKey()
  const erase = useAct(server.records.erase.call)
  const [reason, setReason] = useState('')
  const [short, setShort] = useState(false)
  const fields = type.header.filter(
    (field) => (isMasked(field) || field.identifies) && record.header[field.key]?.shown,
  )
  const naming = record.dependents.reduce((sum, { count }) => sum + count, 0)
  const at = { type: type.id, id: record.id }
  const submit = () => {
    const told = reason.trim()
    setShort(told.length < 2)
    if (told.length < 2 || erase.isPending) return
    const content = { ...at, reason: told }
    erase.mutate(
      { ...content, idempotencyKey: keyFor(content) },
      {
        onSuccess: () => {
          announce(words.done)
          void navigate({ to: '/records/$type/$id', params: at })
        },
      },
    )
  }
  return (
    <>
      <PageHead title={say(words.title(record.title))} line={say(words.line)} paper="A4 portrait" undated>
        <Link to="/records/$type/$id" params={at} className="button">
          {say(words.back)}
        </Link>
      </PageHead>
      {fields.length === 0 ? (
        <p className="empty">{say(words.nothing)}</p>
      ) : (
        <form
          className="section"
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
        >
          <h2>{say(words.what)}</h2>
          <DataTable<RecordField>
            caption={say(words.what)}
            rows={fields}
            rowKey={({ key }) => key}
            columns={[
              { key: 'field', heading: say(words.field), cell: ({ label }) => say(label) },
              {
                key: 'now',
                heading: say(words.now),
                cell: (field) => shownValue(field, record.header[field.key], say),
              },
            ]}
          />
          {naming > 0 ? <p className="help">{say(words.related(naming))}</p> : null}
          <LabelledInput
            label={say(words.reason)}
            help={say(words.reasonHelp)}
            error={short ? say(words.reasonShort) : undefined}
            maxLength={500}
            autoComplete="off"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          {erase.error ? <ProblemNote error={erase.error} /> : null}
          <button type="submit" className="main-button" disabled={erase.isPending}>
            {say(erase.isPending ? words.erasing : words.erase)}
          </button>
        </form>
      )}
    </>
  )
}
