import { useNavigate } from '@tanstack/react-router'
import type { RecordView } from '../../records/contract.ts'
import { fieldsOfAct, type RecordAct, type RecordType } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { useMoment } from '../moment/use-moment.ts'
import { announce } from '../pieces/announcement.ts'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { useIdempotencyKey } from '../rpc/use-idempotency-key.ts'
import { useMe } from '../session/me.ts'
import { dayIn, startOf, textIn, valuesIn } from './form-input.ts'
import { formWords as words } from './form-words.ts'
import { WriteForm } from './write-form.tsx'

/** What happened to a record on a day. Without `leave` it goes to the record's page afterwards. */
export function EventForm(props: {
  type: RecordType
  record: RecordView
  act: RecordAct
  leave?: () => void
}) {
  const { type, record, act } = props
  const say = useSay()
  const me = useMe()
  const { asOf } = useMoment()
  const navigate = useNavigate()
  const keyFor = useIdempotencyKey()
  const write = useAct(server.records.record.call)
  const asked = fieldsOfAct(type, act)
  const held = (from: RecordView) => startOf('sets', asked, from.values ?? from.spells.at(-1)?.values)
  const toRecord = () => void navigate({ to: '/records/$type/$id', params: { type: type.id, id: record.id } })
  const leave = props.leave ?? toRecord
  return (
    <>
      <h2>{say(act.label)}</h2>
      {act.help ? <p className="help">{say(act.help)}</p> : null}
      <WriteForm
        draft={`${me.id}.${record.id}.event.${act.kind}`}
        fields={asked.map((field) => ({ place: 'sets', field }))}
        start={{ ...held(record), onDate: asOf, documentNo: null, reason: null }}
        version={record.version}
        asksDay
        correction={false}
        leave={leave}
        current={async () => {
          const now = await server.records.get.call({ type: type.id, id: record.id, asOf })
          return { version: now.version, values: held(now) }
        }}
        send={async (values, version, overrides) => {
          const onDate = dayIn(values)
          if (!onDate) return words.choose(say(words.onDate))
          const content = {
            type: type.id,
            id: record.id,
            version: version ?? record.version,
            act: act.kind,
            onDate,
            documentNo: textIn(values, 'documentNo'),
            reason: textIn(values, 'reason'),
            sets: valuesIn(values, 'sets', asked),
            overrides: [...overrides],
          }
          await write.mutateAsync({ ...content, idempotencyKey: keyFor(content) })
          announce(words.saved)
          leave()
          return null
        }}
      />
    </>
  )
}
