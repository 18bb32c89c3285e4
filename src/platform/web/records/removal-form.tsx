import { useNavigate } from '@tanstack/react-router'
import type { RecordView } from '../../records/contract.ts'
import type { RecordType } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { useMoment } from '../moment/use-moment.ts'
import { announce } from '../pieces/announcement.ts'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { useIdempotencyKey } from '../rpc/use-idempotency-key.ts'
import { useMe } from '../session/me.ts'
import { textIn } from './form-input.ts'
import { formWords as words } from './form-words.ts'
import { RecordFacts } from './record-facts.tsx'
import { WriteForm } from './write-form.tsx'

/** Says that the whole record never was, over what it holds. */
export function RemovalForm({ type, record }: { type: RecordType; record: RecordView }) {
  const say = useSay()
  const me = useMe()
  const { asOf } = useMoment()
  const navigate = useNavigate()
  const keyFor = useIdempotencyKey()
  const remove = useAct(server.records.remove.call)
  const leave = () => void navigate({ to: '/records/$type/$id', params: { type: type.id, id: record.id } })
  return (
    <>
      <h2>{say(words.whole)}</h2>
      <p className="help">{say(words.wholeHelp)}</p>
      <WriteForm
        draft={`${me.id}.${record.id}.removal`}
        fields={[]}
        start={{ reason: null }}
        version={record.version}
        asksDay={false}
        correction
        before={<RecordFacts type={type} record={record} />}
        leave={leave}
        current={async () => {
          const now = await server.records.get.call({ type: type.id, id: record.id, asOf })
          return { version: now.version, values: {} }
        }}
        send={async (values, version, overrides) => {
          const content = {
            type: type.id,
            id: record.id,
            version: version ?? record.version,
            reason: textIn(values, 'reason') ?? '',
            overrides: [...overrides],
          }
          await remove.mutateAsync({ ...content, idempotencyKey: keyFor(content) })
          announce(words.removed)
          await navigate({ to: '/records/$type', params: { type: type.id } })
          return null
        }}
      />
    </>
  )
}
