import { Link } from '@tanstack/react-router'
import { bulkActs } from '../../records/bulk/bulk-acts.ts'
import type { RecordType } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { useMoment } from '../moment/use-moment.ts'
import { PageHead } from '../pieces/page-head.tsx'
import { NotInThePast } from '../records/not-in-the-past.tsx'
import { WithType } from '../records/with-type.tsx'
import { BulkForm } from './bulk-form.tsx'
import { bulkRoute } from './bulk-routes.ts'
import { useSelection } from './use-selection.ts'
import { bulkWords as words } from './words.ts'
import '../records/form.css'
import '../deeds/deeds.css'
import './bulk.css'

/** One act on the records that were selected in a list. */
export function BulkPage() {
  const { type } = bulkRoute.useParams()
  const { knownAt } = useMoment()
  if (knownAt !== undefined) return <NotInThePast />
  return <WithType id={type}>{(declared) => <Page type={declared} />}</WithType>
}

function Page({ type }: { type: RecordType }) {
  const say = useSay()
  const search = bulkRoute.useSearch()
  const [selection, select] = useSelection(type.id)
  const act = bulkActs(type).find(({ kind }) => kind === search.act)
  const title = act ? words.title(act.label, selection.size) : words.choice(type)
  return (
    <>
      <PageHead title={say(title)} line={say(words.line(type))} paper="A4 portrait" />
      {selection.size === 0 ? (
        <>
          <p className="note">{say(words.nothingChosen)}</p>
          <Link to="/records/$type" params={{ type: type.id }} className="main-button">
            {say(words.toList)}
          </Link>
        </>
      ) : act ? (
        <BulkForm key={act.kind} type={type} act={act} selection={selection} onSelect={select} />
      ) : (
        <ul className="choices">
          {bulkActs(type).map((one) => (
            <li key={one.kind}>
              <Link to="/records/$type/bulk" params={{ type: type.id }} search={{ act: one.kind }}>
                <strong>{say(one.label)}</strong>
                {one.help ? say(one.help) : null}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
