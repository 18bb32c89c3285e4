import type { FoundRecord } from '../../records/contract.ts'
import { useApp } from '../app-context.ts'
import { type Say, useSay } from '../language/use-say.ts'
import { type Choice, choicesOf, type FoundGroup, stateOn } from './found-choices.ts'
import { searchWords as words } from './words.ts'

/** What was found, by type of record. The box above holds the focus and says which line is meant. */
export function SearchList(props: {
  id: string
  groups: readonly FoundGroup[]
  asOf: string
  active: number
  onActive: (index: number) => void
  onChoose: (choice: Choice) => void
}) {
  const say = useSay()
  const { types } = useApp()
  const { id, groups, asOf, active, onActive, onChoose } = props
  const choices = choicesOf(groups)
  return (
    <div id={id} role="listbox" aria-label={say(words.results)} className="search-list">
      {groups.map((group) => {
        const type = types.get(group.type)
        if (!type) return null
        const title = say(words.group(type.plural, group.total))
        return (
          <div key={group.type} role="group" aria-label={title}>
            <div className="search-group" aria-hidden="true">
              {title}
            </div>
            {choices.map((choice, index) =>
              choice.type === group.type ? (
                <button
                  type="button"
                  key={choice.record?.id ?? 'all'}
                  id={`${id}-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === active}
                  className="search-option"
                  onPointerMove={() => onActive(index)}
                  // The press itself would take the focus out of the box and close the list.
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => onChoose(choice)}
                >
                  {choice.record ? <Line record={choice.record} asOf={asOf} say={say} /> : say(words.all)}
                </button>
              ) : null,
            )}
          </div>
        )
      })}
    </div>
  )
}

function Line({ record, asOf, say }: { record: FoundRecord; asOf: string; say: Say }) {
  const state = stateOn(record, asOf)
  const said =
    state === 'begins' && record.from
      ? words.begins(record.from)
      : state === 'ended' && record.to
        ? words.ended(record.to)
        : state === 'inForce'
          ? words.inForce
          : words.notThatDay
  return (
    <>
      <span className="search-title">
        {record.title}
        {record.otherName ? <span className="help"> {say(words.otherName(record.otherName))}</span> : null}
      </span>{' '}
      {record.key ? <span className="help">{record.key}</span> : null}{' '}
      <span className={state === 'inForce' ? 'tag accent' : 'tag past'}>{say(said)}</span>
    </>
  )
}
