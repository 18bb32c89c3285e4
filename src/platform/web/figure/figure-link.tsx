import { Link } from '@tanstack/react-router'
import type { Text } from '../../text.ts'
import { useSay } from '../language/use-say.ts'
import { showNumber, withUnit } from './figure-number.ts'
import { figureWords as words } from './words.ts'

type Shown = {
  readonly figure: string
  readonly kind?: string | undefined
  readonly value: string | null
  readonly absent: { readonly words: Text } | null
  readonly decimals: number
}

/** A number as the way to its figure at a place, where its rows are; an absent one says why. */
export function FigureLink({ number, place, unit }: { number: Shown; place: string; unit?: Text }) {
  const say = useSay()
  const { figure, kind, value, absent, decimals } = number
  if (value === null) return <span className="help">{say(absent?.words ?? words.absent)}</span>
  const shown = showNumber(value, decimals)
  return (
    <Link
      to="/figures/$figure"
      params={{ figure }}
      search={{ node: place, kind, of: undefined, along: undefined, line: undefined, structure: undefined }}
    >
      {unit ? say(withUnit(shown, unit)) : shown}
    </Link>
  )
}
