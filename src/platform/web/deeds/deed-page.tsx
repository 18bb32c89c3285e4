import { Link } from '@tanstack/react-router'
import type { RecordType } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { useMoment } from '../moment/use-moment.ts'
import { PageHead } from '../pieces/page-head.tsx'
import { NotInThePast } from '../records/not-in-the-past.tsx'
import { WithType } from '../records/with-type.tsx'
import { DeedForm } from './deed-form.tsx'
import { newDeedRoute } from './deed-routes.ts'
import { deedWords as words } from './words.ts'
import '../records/form.css'
import './deeds.css'

/** An act over several records: first which, then who takes part, then what it would do. */
export function DeedPage() {
  const { type } = newDeedRoute.useParams()
  const { knownAt } = useMoment()
  if (knownAt !== undefined) return <NotInThePast />
  return <WithType id={type}>{(declared) => <Page type={declared} />}</WithType>
}

function Page({ type }: { type: RecordType }) {
  const say = useSay()
  const search = newDeedRoute.useSearch()
  const deed = type.deeds?.find(({ kind }) => kind === search.deed)
  const chosen = search.with && search.as ? { as: search.as, id: search.with } : null
  return (
    <>
      <PageHead
        title={say(deed ? deed.label : words.title(type))}
        line={say(deed?.help ?? type.label)}
        paper="A4 portrait"
      />
      {deed ? (
        <DeedForm key={`${deed.kind} ${search.with ?? ''}`} type={type} deed={deed} chosen={chosen} />
      ) : (
        <Choices type={type} />
      )}
    </>
  )
}

function Choices({ type }: { type: RecordType }) {
  const say = useSay()
  if (!type.deeds?.length) return <p className="note">{say(words.unknown)}</p>
  return (
    <>
      <h2>{say(words.which)}</h2>
      <ul className="choices">
        {type.deeds.map((deed) => (
          <li key={deed.kind}>
            <Link to="/records/$type/deed" params={{ type: type.id }} search={{ deed: deed.kind }}>
              <strong>{say(deed.label)}</strong>
              {deed.help ? say(deed.help) : null}
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
