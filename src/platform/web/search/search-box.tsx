import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useSay } from '../language/use-say.ts'
import { timeOf } from '../moment/moment.ts'
import { useMoment } from '../moment/use-moment.ts'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { server } from '../rpc/server.ts'
import { type Choice, choicesOf } from './found-choices.ts'
import { SearchList } from './search-list.tsx'
import { useSearchKey } from './use-search-key.ts'
import { searchWords as words } from './words.ts'
import './search.css'

const pause = 150

/** Looks for a record of any type by name, former name, number or sound. The keyboard alone suffices. */
export function SearchBox() {
  const say = useSay()
  const navigate = useNavigate()
  const moment = useMoment()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const client = useQueryClient()
  useSearchKey(input)
  const find = useSettled(typed.trim())
  const asked = (wanted: string) =>
    server.records.search.queryOptions({ input: { find: wanted, ...timeOf(moment) } })
  const found = useQuery({
    ...asked(find),
    enabled: find !== '' && open,
    placeholderData: keepPreviousData,
  })
  const shown = open && find !== '' && typed.trim() !== ''
  const groups = found.data?.groups ?? []
  const choices = choicesOf(groups)
  const at = Math.min(active, choices.length - 1)
  const current = !found.isPlaceholderData && find === typed.trim()

  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, at])

  const choose = ({ type, record }: Choice, looked = find) => {
    setOpen(false)
    setTyped('')
    input.current?.blur()
    if (record) void navigate({ to: '/records/$type/$id', params: { type, id: record.id } })
    else void navigate({ to: '/records/$type', params: { type }, search: { find: looked, all: 'yes' } })
  }
  /** What was typed last counts: an Enter before its answer waits for it, unless more is typed meanwhile. */
  const chooseFirst = async (wanted: string) => {
    const { groups: answered } = await client.fetchQuery(asked(wanted))
    const [first] = choicesOf(answered)
    if (first && input.current?.value.trim() === wanted) choose(first, wanted)
  }
  const onKey = (event: KeyboardEvent) => {
    // Enter and the arrows belong to the input method while it composes.
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && choices.length > 0) {
      event.preventDefault()
      setOpen(true)
      setActive((at + step + choices.length) % choices.length)
    }
    const choice = choices[at]
    if (event.key === 'Enter' && current && choice) choose(choice)
    else if (event.key === 'Enter' && !current && typed.trim() !== '')
      // An error of it is shown by the list itself.
      void chooseFirst(typed.trim()).catch(() => undefined)
    if (event.key === 'Escape') {
      event.preventDefault()
      setTyped('')
      setOpen(false)
      input.current?.blur()
    }
  }
  const total = groups.reduce((sum, group) => sum + group.total, 0)
  const listed = shown && choices.length > 0
  return (
    <div role="search" className="search-box">
      <input
        ref={input}
        type="search"
        role="combobox"
        autoComplete="off"
        maxLength={100}
        aria-label={say(words.search)}
        aria-expanded={listed}
        aria-controls={listed ? id : undefined}
        aria-autocomplete="list"
        aria-keyshortcuts="/ Control+K"
        aria-activedescendant={listed ? `${id}-${at}` : undefined}
        placeholder={say(words.placeholder)}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKey}
      />
      <div className={shown ? 'search-panel' : 'hidden-text'}>
        {shown && found.error ? <ProblemNote error={found.error} /> : null}
        {listed ? (
          <SearchList
            id={id}
            groups={groups}
            asOf={found.data?.asOf ?? moment.asOf}
            active={at}
            onActive={setActive}
            onChoose={choose}
          />
        ) : null}
        <p role="status" className={total > 0 ? 'hidden-text' : 'search-none'}>
          {shown && found.data && current ? say(total > 0 ? words.found(total) : words.none(find)) : null}
        </p>
      </div>
    </div>
  )
}

/** The text once the typing pauses. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
