import { Link } from '@tanstack/react-router'
import type { FigureValue } from '../../figures/contract.ts'
import { useSay } from '../language/use-say.ts'
import { figureWords as words } from './words.ts'

/** Says that rows of one kind, or of one part of a dimension, alone are counted, and leads back to all of them. */
export function OneKind({ value }: { value: FigureValue }) {
  const say = useSay()
  const { kind, of } = value.question
  if (!kind && !of) return null
  return (
    <p className="note row">
      {kind ? <strong>{say(words.oneKind(kind.label))}</strong> : null}
      {of ? <strong>{say(words.onePart(of.dimension, of.label))}</strong> : null}
      <Link
        to="/figures/$figure"
        params={{ figure: value.figure }}
        search={(old: object) => ({ ...old, kind: undefined, of: undefined })}
        className="screen-only"
      >
        {say(of ? words.everyRow : words.everyKind)}
      </Link>
    </p>
  )
}
