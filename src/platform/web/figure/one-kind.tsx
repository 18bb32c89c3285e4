import { Link } from '@tanstack/react-router'
import type { FigureValue } from '../../figures/contract.ts'
import { useSay } from '../language/use-say.ts'
import { figureWords as words } from './words.ts'

/** Says that rows of one kind alone are counted, and leads back to all of them. */
export function OneKind({ value }: { value: FigureValue }) {
  const say = useSay()
  const { kind } = value.question
  if (!kind) return null
  return (
    <p className="note row">
      <strong>{say(words.oneKind(kind.label))}</strong>
      <Link
        to="/figures/$figure"
        params={{ figure: value.figure }}
        search={(old: object) => ({ ...old, kind: undefined })}
        className="screen-only"
      >
        {say(words.everyKind)}
      </Link>
    </p>
  )
}
