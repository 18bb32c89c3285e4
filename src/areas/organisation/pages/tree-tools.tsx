import type { ReactNode } from 'react'
import { useSay } from '../../../platform/web/language/use-say.ts'
import { pageWords as words } from './words.ts'

export function TreeTools(props: {
  find: string
  hits: number
  onFind: (find: string) => void
  children?: ReactNode
}) {
  const say = useSay()
  return (
    <div className="list-tools screen-only">
      <label className="find">
        <span className="hidden-text">{say(words.find)}</span>
        <input
          type="search"
          value={props.find}
          placeholder={say(words.find)}
          onChange={(event) => props.onFind(event.target.value)}
        />
      </label>
      <span role="status">{props.find ? say(words.hits(props.hits)) : null}</span>
      {props.children}
    </div>
  )
}
