import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RecordView } from '../../records/contract.ts'
import type { RecordType } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { timeOf } from '../moment/moment.ts'
import { useMoment } from '../moment/use-moment.ts'
import { Loaded } from '../pieces/loaded.tsx'
import { PageHead } from '../pieces/page-head.tsx'
import { server } from '../rpc/server.ts'
import { ActChoice } from './act-choice.tsx'
import { CorrectionForm } from './correction-form.tsx'
import { EventForm } from './event-form.tsx'
import { formWords as words } from './form-words.ts'
import { actRoute } from './record-routes.ts'
import { NotInThePast } from './not-in-the-past.tsx'
import { RemovalForm } from './removal-form.tsx'
import { WithType } from './with-type.tsx'

export function ActPage() {
  const { type, id } = actRoute.useParams()
  const moment = useMoment()
  const { asOf } = timeOf(moment)
  // A write rests on what is known now, whatever the page before looked back at.
  const record = useQuery(
    server.records.get.queryOptions({ input: { type, id, asOf }, refetchOnWindowFocus: false }),
  )
  if (moment.knownAt !== undefined) return <NotInThePast />
  return (
    <WithType id={type}>
      {(declared) => <Loaded query={record}>{(data) => <Act type={declared} record={data} />}</Loaded>}
    </WithType>
  )
}

function Act({ type, record }: { type: RecordType; record: RecordView }) {
  const say = useSay()
  const search = actRoute.useSearch()
  const act = type.acts.find((candidate) => candidate.kind === search.kind)
  const event = record.events.find((candidate) => candidate.id === search.event)
  const key = JSON.stringify(search)
  return (
    <>
      <PageHead title={say(words.which(record.title))} line={say(type.label)} paper="A4 portrait">
        <Link to="/records/$type/$id" params={{ type: type.id, id: record.id }} className="button">
          {say(words.back)}
        </Link>
      </PageHead>
      {search.as === 'event' && act ? (
        <EventForm key={key} type={type} record={record} act={act} />
      ) : search.as === 'correction' && search.whole ? (
        <RemovalForm key={key} type={type} record={record} />
      ) : search.as === 'correction' && search.event ? (
        event || search.event === 'header' ? (
          <CorrectionForm key={key} type={type} record={record} event={event ?? null} />
        ) : (
          <p className="note">{say(words.gone)}</p>
        )
      ) : (
        <ActChoice type={type} record={record} as={search.as} />
      )}
    </>
  )
}
