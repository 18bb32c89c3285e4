import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { RecordView } from '../../records/contract.ts'
import type { RecordType } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { useMoment } from '../moment/use-moment.ts'
import { announce } from '../pieces/announcement.ts'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { useIdempotencyKey } from '../rpc/use-idempotency-key.ts'
import { useMe } from '../session/me.ts'
import { fieldsOfEvent } from './event-fields.ts'
import { changedIn, dayIn, type FormValues, startOf, textIn } from './form-input.ts'
import { formWords as words } from './form-words.ts'
import { WriteForm } from './write-form.tsx'

type Event = RecordView['events'][number]

/** Says how an event, or the fixed values, should have been recorded from the first. Only what differs is sent. */
export function CorrectionForm(props: { type: RecordType; record: RecordView; event: Event | null }) {
  const say = useSay()
  const me = useMe()
  const { asOf } = useMoment()
  const navigate = useNavigate()
  const keyFor = useIdempotencyKey()
  const correct = useAct(server.records.correct.call)
  const { type, record, event } = props
  const [neverWas, setNeverWas] = useState(false)
  const sets = event ? fieldsOfEvent(type, event) : []
  const place = event ? ('sets' as const) : ('header' as const)
  const fields = event ? sets : type.header

  const start = (from: RecordView): FormValues => {
    if (!event) return { ...startOf('header', type.header, from.header), reason: null }
    const now = from.events.find((candidate) => candidate.id === event.id) ?? event
    return {
      ...startOf('sets', sets, now.sets),
      onDate: now.onDate,
      documentNo: now.documentNo,
      reason: null,
    }
  }
  const leave = () => void navigate({ to: '/records/$type/$id', params: { type: type.id, id: record.id } })

  return (
    <>
      <h2>{say(event ? words.anEvent(event.onDate, event.label) : words.fixedValues)}</h2>
      <p className="help">{say(words.correctionHelp)}</p>
      <WriteForm
        key={neverWas ? 'never' : 'was'}
        draft={`${me.id}.${record.id}.correction.${event?.id ?? 'header'}${neverWas ? '.never' : ''}`}
        fields={neverWas ? [] : fields.map((field) => ({ place, field }))}
        start={neverWas ? { reason: null } : start(record)}
        version={record.version}
        asksDay={event !== null && event.deed === null && !neverWas}
        correction
        leave={leave}
        before={
          event?.deed ? (
            <p className="note">
              {say(words.partOfDeed)}{' '}
              <Link
                to="/records/$type/deeds/$deed"
                params={{ type: type.id, deed: event.deed }}
                search={{ correct: 'yes' }}
              >
                {say(words.toDeed)}
              </Link>
            </p>
          ) : event ? (
            <p>
              <label>
                <input
                  type="checkbox"
                  checked={neverWas}
                  onChange={(change) => setNeverWas(change.target.checked)}
                />{' '}
                {say(words.neverWas)}
              </label>
            </p>
          ) : null
        }
        current={async () => {
          const now = await server.records.get.call({ type: type.id, id: record.id, asOf })
          return { version: now.version, values: start(now) }
        }}
        send={async (values, version, overrides) => {
          const changes = correctionOf(values)
          if (changes === null) return words.unchanged
          const content = {
            type: type.id,
            id: record.id,
            version: version ?? record.version,
            reason: textIn(values, 'reason') ?? '',
            overrides: [...overrides],
            ...changes,
          }
          await correct.mutateAsync({ ...content, idempotencyKey: keyFor(content) })
          announce(words.saved)
          leave()
          return null
        }}
      />
    </>
  )

  function correctionOf(values: FormValues) {
    if (!event) {
      const header = changedIn(values, 'header', type.header, record.header)
      return Object.keys(header).length > 0 ? { header } : null
    }
    if (neverWas) return { event: { id: event.id, neverWas } }
    const onDate = dayIn(values)
    const documentNo = textIn(values, 'documentNo')
    const changed = changedIn(values, 'sets', sets, event.sets)
    const change = {
      id: event.id,
      ...(onDate && onDate !== event.onDate ? { onDate } : {}),
      ...(documentNo !== (event.documentNo || null) ? { documentNo } : {}),
      ...(Object.keys(changed).length > 0 ? { sets: changed } : {}),
    }
    return Object.keys(change).length > 1 ? { event: change } : null
  }
}
