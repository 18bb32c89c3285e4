import { useSay } from '../../../../platform/web/language/use-say.ts'
import type { Standing } from '../../public-contract.ts'
import { dayWords } from './day-words.ts'
import { stepsOf } from './standing-steps.ts'
import { standingWords as words, stepWords } from './standing-words.ts'

/** Each step says in words whether it is done, under way or ahead; the line beside it only shows the same. */
export function StepList({ standing }: { standing: Standing }) {
  const say = useSay()
  return (
    <ol className="public-steps">
      {stepsOf(standing).map(({ name, state, on, said }) => (
        <li key={name} className={state} aria-current={state === 'now' ? 'step' : undefined}>
          <strong>{say(stepWords[name])}</strong>{' '}
          {state === 'now' ? <span className="tag accent">{say(words.now)}</span> : null}
          {state === 'ahead' ? <span className="help">{say(words.ahead)}</span> : null}
          {on ? <span>{say(dayWords(on))}</span> : null}
          {said ? <span className="public-said">{say(said)}</span> : null}
        </li>
      ))}
    </ol>
  )
}
