import { useQuery } from '@tanstack/react-query'
import type { RecordType } from '../../../../platform/records/record-type.ts'
import { useMoment } from '../../../../platform/web/moment/use-moment.ts'
import { Loaded } from '../../../../platform/web/pieces/loaded.tsx'
import { EventForm } from '../../../../platform/web/records/event-form.tsx'
import { server } from '../../../../platform/web/rpc/server.ts'

/** The form of an act of a record, in the midst of a page that goes on after it. */
export function ActPanel(props: { type: RecordType; id: string; act: string; done: () => void }) {
  const { type, id, done } = props
  const { asOf } = useMoment()
  const record = useQuery(
    server.records.get.queryOptions({ input: { type: type.id, id, asOf }, refetchOnWindowFocus: false }),
  )
  const act = type.acts.find(({ kind }) => kind === props.act)
  if (!act) return null
  return (
    <div className="request-form">
      <Loaded query={record}>
        {(data) => <EventForm type={type} record={data} act={act} leave={done} />}
      </Loaded>
    </div>
  )
}
