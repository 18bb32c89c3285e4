import { useState } from 'react'
import type { NumberField } from '../../records/number-field.ts'
import { typedRange, writeRange } from '../../records/number-range.ts'
import { unitOf } from '../../records/number-words.ts'
import { useSay } from '../language/use-say.ts'
import { LabelledInput } from '../session/labelled-input.tsx'
import { recordWords as words } from './words.ts'

/** From how much to how much, either end open; what is typed wrongly is said when it is sent. */
export function NumberFilter({ field, onRange }: { field: NumberField; onRange: (range: string) => void }) {
  const say = useSay()
  const [typed, setTyped] = useState({ least: '', most: '' })
  const [sent, setSent] = useState(false)
  const { range, wrong } = typedRange(field.kind, typed)
  const unit = unitOf(field)
  const input = (end: 'least' | 'most') => (
    <LabelledInput
      label={unit ? say(words.endIn(words[end], unit)) : say(words[end])}
      inputMode={field.kind === 'amount' ? 'decimal' : 'numeric'}
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
        if (range) onRange(writeRange(range))
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
