import { useState } from 'react'
import { useMe } from '../session/me.ts'

/** What was seen of a selected record: an act on it says so, and is refused where it has changed since. */
export type Chosen = { readonly version: string; readonly title: string }
export type Selection = ReadonlyMap<string, Chosen>

/** Goes with the other drafts when one signs out. */
const prefix = 'xiaoma.draft.selection.'

function stored(key: string): Selection {
  try {
    return new Map(JSON.parse(sessionStorage.getItem(key) ?? '[]') as [string, Chosen][])
  } catch {
    return new Map()
  }
}

/** The selected records of a type: kept over pages, filters and a reload, in this tab alone. */
export function useSelection(type: string): [Selection, (next: Selection) => void] {
  const me = useMe()
  const key = `${prefix}${me.id}.${type}`
  const [chosen, setChosen] = useState(() => stored(key))
  return [
    chosen,
    (next) => {
      if (next.size === 0) sessionStorage.removeItem(key)
      else sessionStorage.setItem(key, JSON.stringify([...next]))
      setChosen(next)
    },
  ]
}
