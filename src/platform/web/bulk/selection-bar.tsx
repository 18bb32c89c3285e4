import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { bulkActs, mostAtOnce, tooMany } from '../../records/bulk/bulk-acts.ts'
import type { RecordType } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { Disclosure } from '../pieces/disclosure.tsx'
import { ProblemNote } from '../pieces/problem-note.tsx'
import type { Selection } from './use-selection.ts'
import { bulkWords as words } from './words.ts'
import './bulk.css'

/** How many are selected, how to select all that match, and what can be done to them. */
export function SelectionBar(props: {
  type: RecordType
  selection: Selection
  /** The ids of the page in sight. */
  page: readonly string[]
  /** How many match in all. */
  total: number
  onSelect: (next: Selection) => void
  /** Asks for all that match, with their versions. */
  every: () => Promise<{ records: { id: string; title: string; version: string }[]; total: number }>
}) {
  const say = useSay()
  const { type, selection, page, total, onSelect } = props
  const all = useMutation({
    mutationFn: props.every,
    onSuccess: ({ records }) => {
      if (records.length > 0) onSelect(new Map(records.map(({ id, ...chosen }) => [id, chosen])))
    },
  })
  if (selection.size === 0) return null
  const elsewhere = selection.size - page.filter((id) => selection.has(id)).length
  const wholePage = page.length > 0 && page.every((id) => selection.has(id))
  return (
    <section className="selection-bar screen-only" aria-label={say(words.chosen(selection.size))}>
      <strong role="status">{say(words.chosen(selection.size))}</strong>
      {elsewhere > 0 ? <span className="help">{say(words.elsewhere(elsewhere))}</span> : null}
      {wholePage && selection.size < total ? (
        <button type="button" className="plain-button" disabled={all.isPending} onClick={() => all.mutate()}>
          {say(all.isPending ? words.picking : words.pickAll(total))}
        </button>
      ) : null}
      <Disclosure label={say(words.acts)} className="main-button">
        {() => (
          <ul className="choices">
            {bulkActs(type).map((act) => (
              <li key={act.kind}>
                <Link to="/records/$type/bulk" params={{ type: type.id }} search={{ act: act.kind }}>
                  {say(act.label)}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Disclosure>
      <button type="button" className="button" onClick={() => onSelect(new Map())}>
        {say(words.unpick)}
      </button>
      {all.data && all.data.total > mostAtOnce ? (
        <p className="note" role="alert">
          {say(tooMany(all.data.total))}
        </p>
      ) : null}
      {all.error ? <ProblemNote error={all.error} /> : null}
    </section>
  )
}
