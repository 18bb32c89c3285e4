import { useState } from 'react'
import { typedRange, writeCountRange } from '../../records/count-range.ts'
import { useSay } from '../language/use-say.ts'
import { LabelledInput } from '../session/labelled-input.tsx'
import { recordWords as words } from './words.ts'

/** From how many to how many, either end open; what is typed wrongly is said when it is sent. */
export function CountFilter({ onRange }: { onRange: (range: string) => void }) {
  const say = useSay()
  const [typed, setTyped] = useState({ least: '', most: '' })
  const [sent, setSent] = useState(false)
  const { range, wrong } = typedRange(typed)
  const input = (end: 'least' | 'most') => (
    <LabelledInput
      label={say(words[end])}
      inputMode="numeric"
      autoComplete="off"
      value={typed[end]}
      error={sent && wrong[end] ? say(wrong[end]) : undefined}
      onChange={(event) => setTyped({ ...typed, [end]: event.target.value })}
    />
  )
  return (
    <form
      className="filter-panel"
      onSubmit={(event) => {
        event.preventDefault()
        setSent(true)
        if (range) onRange(writeCountRange(range))
      }}
    >
      {input('least')}
      {input('most')}
      <button type="submit" className="button">
        {say(words.filter)}
      </button>
    </form>
  )
}
