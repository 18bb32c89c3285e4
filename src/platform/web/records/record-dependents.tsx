import { Link } from '@tanstack/react-router'
import type { RecordView } from '../../records/contract.ts'
import { useApp } from '../app-context.ts'
import { useSay } from '../language/use-say.ts'
import { recordWords as words } from './words.ts'

/** What names this record and cannot stay behind without it, by type and field; each group leads to its list. */
export function RecordDependents({ record }: { record: RecordView }) {
  const say = useSay()
  const { types } = useApp()
  if (record.dependents.length === 0) return <p className="help">{say(words.nothingHangs)}</p>
  return record.dependents.map(({ type, key, field, count, records }) => (
    <div key={`${type} ${key}`}>
      <h3>{say(words.hangingBy(types.get(type)?.plural ?? field, field, count))}</h3>
      <ul className="hanging">
        {records.map(({ id, title }) => (
          <li key={id}>
            <Link to="/records/$type/$id" params={{ type, id }}>
              {title}
            </Link>
          </li>
        ))}
        {count > records.length ? (
          <li>
            {/* Wherever they lie: the place chosen above does not narrow what hangs on a record. */}
            <Link
              to="/records/$type"
              params={{ type }}
              search={{ where: [`${key}:${record.id}`], node: undefined }}
            >
              {say(words.showAll(count))}
            </Link>
          </li>
        ) : null}
      </ul>
    </div>
  ))
}
