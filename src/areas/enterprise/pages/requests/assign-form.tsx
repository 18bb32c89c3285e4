import { fieldsOfAct, type RecordAct } from '../../../../platform/records/record-type.ts'
import { useSay } from '../../../../platform/web/language/use-say.ts'
import { useMoment } from '../../../../platform/web/moment/use-moment.ts'
import { announce } from '../../../../platform/web/pieces/announcement.ts'
import { dayIn, textIn, valuesIn } from '../../../../platform/web/records/form-input.ts'
import { formWords } from '../../../../platform/web/records/form-words.ts'
import { WriteForm } from '../../../../platform/web/records/write-form.tsx'
import { server } from '../../../../platform/web/rpc/server.ts'
import { useAct } from '../../../../platform/web/rpc/use-act.ts'
import { useIdempotencyKey } from '../../../../platform/web/rpc/use-idempotency-key.ts'
import { useMe } from '../../../../platform/web/session/me.ts'
import { taskType } from '../../records.ts'
import type { RequestView } from '../../request-schema.ts'
import { requestWords as words } from './words.ts'

const assigns = taskType.acts.find(({ kind }) => kind === 'assigned') as RecordAct
const asked = fieldsOfAct(taskType, assigns).filter(({ key }) => key !== 'request_id')

/** Gives the request to a department: to lead, where nobody does yet. */
export function AssignForm({ request, done }: { request: RequestView; done: () => void }) {
  const say = useSay()
  const me = useMe()
  const { asOf } = useMoment()
  const keyFor = useIdempotencyKey()
  const record = useAct(server.records.record.call)
  const led = request.parts.some(({ role, stage }) => role === 'lead' && stage !== 'returned')
  return (
    <div className="request-form">
      <h3>{say(words.assign)}</h3>
      <WriteForm
        draft={`${me.id}.${request.id}.assign`}
        fields={asked.map((field) => ({ place: 'sets', field }))}
        start={{ 'sets.role': led ? 'assist' : 'lead', onDate: asOf, documentNo: null, reason: null }}
        version={null}
        asksDay
        correction={false}
        leave={done}
        send={async (values, _version, overrides) => {
          const onDate = dayIn(values)
          if (!onDate) return formWords.choose(say(formWords.onDate))
          const content = {
            type: taskType.id,
            act: assigns.kind,
            onDate,
            documentNo: textIn(values, 'documentNo'),
            reason: textIn(values, 'reason'),
            header: {},
            sets: { ...valuesIn(values, 'sets', asked), request_id: request.id },
            overrides: [...overrides],
          }
          await record.mutateAsync({ ...content, idempotencyKey: keyFor(content) })
          announce(formWords.saved)
          done()
          return null
        }}
      />
    </div>
  )
}
