import { useRouter } from '@tanstack/react-router'
import { useSay } from '../language/use-say.ts'
import { problemOf } from '../rpc/problem.ts'
import { shellWords } from './words.ts'

/** Stands in for a page that could not be opened at all. */
export function PageFailure({ error, reset }: { error: unknown; reset: () => void }) {
  const say = useSay()
  const router = useRouter()
  const again = () => {
    reset()
    void router.invalidate()
  }
  return (
    <div className="single" role="alert">
      <h1>{say(shellWords.failed)}</h1>
      <p>{say(problemOf(error).words)}</p>
      <button type="button" className="main-button" onClick={again}>
        {say(shellWords.again)}
      </button>
    </div>
  )
}
