import { Link } from '@tanstack/react-router'
import type { RecordType } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { useMe } from '../session/me.ts'
import { workbookWords } from '../workbooks/words.ts'
import { recordWords as words } from './words.ts'

/** Stands where a list would: why it is empty, and what to do first. */
export function EmptyList(props: {
  type: RecordType
  filtered: boolean
  known: boolean
  mayAdd: boolean
  onClear: () => void
}) {
  const say = useSay()
  const me = useMe()
  const { type, filtered, known, mayAdd } = props
  const why = filtered ? words.emptyFiltered : known ? words.emptyKnown : words.emptyAll
  return (
    <div className="empty">
      <p>{say(why(type))}</p>
      {filtered ? (
        <button type="button" className="button" onClick={props.onClear}>
          {say(words.clearAll)}
        </button>
      ) : mayAdd ? (
        <p className="row empty-ways">
          {me.permissions.includes('ledgers.import') ? (
            <Link to="/workbooks" className="button">
              {say(workbookWords.title)}
            </Link>
          ) : null}
          <Link to="/records/$type/new" params={{ type: type.id }} className="button">
            {say(words.add(type))}
          </Link>
        </p>
      ) : null}
    </div>
  )
}
