import { useNavigate } from '@tanstack/react-router'
import { fieldsOfAct, type RecordType, waysToBegin } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { useMoment } from '../moment/use-moment.ts'
import { announce } from '../pieces/announcement.ts'
import { PageHead } from '../pieces/page-head.tsx'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { useIdempotencyKey } from '../rpc/use-idempotency-key.ts'
import { useMe } from '../session/me.ts'
import { dayIn, givenTo, startOf, textIn, valuesIn } from './form-input.ts'
import { formWords as words } from './form-words.ts'
import { NotInThePast } from './not-in-the-past.tsx'
import { newRoute } from './record-routes.ts'
import { WithType } from './with-type.tsx'
import { Beginnings } from './beginnings.tsx'
import type { FormField } from './form-field.ts'
import { WriteForm } from './write-form.tsx'

export function NewPage() {
  const { type } = newRoute.useParams()
  const { knownAt } = useMoment()
  if (knownAt !== undefined) return <NotInThePast />
  return <WithType id={type}>{(declared) => <New key={declared.id} type={declared} />}</WithType>
}

/** A record begins with the event that brings it about. */
function New({ type }: { type: RecordType }) {
  const say = useSay()
  const me = useMe()
  const moment = useMoment()
  const navigate = useNavigate()
  const keyFor = useIdempotencyKey()
  const record = useAct(server.records.record.call)
  const { given = '', ...search } = newRoute.useSearch()
  const ways = waysToBegin(type)
  const begins = ways.find((act) => act.kind === search.act) ?? ways[0]
  if (!begins) return null
  const attributes = fieldsOfAct(type, begins)
  const fields: FormField[] = [
    ...attributes.map((field) => ({ place: 'sets' as const, field })),
    ...type.header.map((field) => ({ place: 'header' as const, field })),
  ]
  const leave = () => void navigate({ to: '/records/$type', params: { type: type.id } })
  return (
    <>
      <PageHead
        title={say(words.newTitle(type))}
        line={begins.help ? say(begins.help) : null}
        paper="A4 portrait"
      />
      <WriteForm
        key={begins.kind}
        draft={`${me.id}.${type.id}.new${given}`}
        fields={fields}
        start={{
          ...startOf('sets', attributes, null),
          ...startOf('header', type.header, null),
          ...givenTo(attributes, given),
          onDate: moment.asOf,
          documentNo: null,
          reason: null,
        }}
        version={null}
        asksDay
        correction={false}
        leave={leave}
        before={ways.length > 1 ? <Beginnings ways={ways} chosen={begins} /> : null}
        send={async (values, _version, overrides) => {
          const onDate = dayIn(values)
          if (!onDate) return words.choose(say(words.onDate))
          const content = {
            type: type.id,
            act: begins.kind,
            onDate,
            documentNo: textIn(values, 'documentNo'),
            reason: textIn(values, 'reason'),
            header: valuesIn(values, 'header', type.header),
            sets: valuesIn(values, 'sets', attributes),
            overrides: [...overrides],
          }
          const written = await record.mutateAsync({ ...content, idempotencyKey: keyFor(content) })
          announce(words.saved)
          await navigate({ to: '/records/$type/$id', params: { type: type.id, id: written.id } })
          return null
        }}
      />
    </>
  )
}
