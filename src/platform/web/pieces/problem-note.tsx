import type { ReactNode } from 'react'
import { useSay } from '../language/use-say.ts'
import { problemOf } from '../rpc/problem.ts'
import { pieceWords } from './words.ts'

/** An error in the server's words, with a way on. */
export function ProblemNote(props: { error: unknown; again?: () => void; children?: ReactNode }) {
  const say = useSay()
  return (
    <div className="note problem" role="alert">
      <p>{say(problemOf(props.error).words)}</p>
      {props.children}
      {props.again ? (
        <button type="button" className="button" onClick={props.again}>
          {say(pieceWords.again)}
        </button>
      ) : null}
    </div>
  )
}
