import { Link } from '@tanstack/react-router'
import { useSay } from '../../../../platform/web/language/use-say.ts'
import { dayText } from '../../../../platform/web/moment/moment-words.ts'
import type { RecordType } from '../../../../platform/records/record-type.ts'
import type { ElectionView } from '../../election-view-schema.ts'
import { electionWords as words } from './words.ts'

type Step = Omit<ElectionView['steps'][number], 'step'> & { readonly step: string }

/** The steps in turn: when each was done, which is next, and what holds the others back, in the words of the rules. */
export function StepsList(props: { id: string; type: RecordType; steps: readonly Step[]; mayTake: boolean }) {
  const say = useSay()
  const { id, type, steps, mayTake } = props
  return (
    <ol className="election-steps">
      {steps.map(({ step, label, state, on, documentNo, reasons }) => (
        <li key={step} aria-current={state === 'next' ? 'step' : undefined}>
          <p>
            <strong>{say(label)}</strong>{' '}
            <span className={state === 'next' ? 'tag accent' : state === 'locked' ? 'tag past' : 'tag'}>
              {say(words.states[state])}
            </span>{' '}
            {on ? say(dayText(on)) : null} {documentNo}
            {mayTake && state === 'next' && step !== 'confirmed' ? (
              <>
                {' '}
                <Link
                  to="/records/$type/$id/act"
                  params={{ type: type.id, id }}
                  search={{ as: 'event', kind: step }}
                  className="button screen-only"
                  aria-label={`${say(words.take)} ${say(label)}`}
                >
                  {say(words.take)}
                </Link>
              </>
            ) : null}
          </p>
          {reasons.map(({ message, basis }) => (
            <p key={message.zh} className="help">
              {say(message)} {basis ? say(words.basis(basis)) : null}
            </p>
          ))}
        </li>
      ))}
    </ol>
  )
}
