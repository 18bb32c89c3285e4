import { useSay } from '../../../../platform/web/language/use-say.ts'
import type { ResidentsBallotView } from '../../residents-view-schema.ts'
import { electionWords } from '../election/words.ts'
import { residentsWords as words } from './words.ts'

const figures = [
  'entitled',
  'participants',
  'proxies',
  'mostProxies',
  'issued',
  'returned',
  'void',
  'valid',
] as const

/** The figures of a counted round, what it took to be valid and to be elected, and what is left to do. */
export function ResidentsFigures({ ballot }: { ballot: ResidentsBallotView }) {
  const say = useSay()
  const { figures: counted, outcome } = ballot
  if (!counted || !outcome) return null
  return (
    <>
      <dl className="facts">
        {figures.map((key) => (
          <div key={key}>
            <dt>{say(words.figures[key])}</dt>
            <dd>{counted[key]}</dd>
          </div>
        ))}
      </dl>
      {outcome.participantsNeeded === null ? null : (
        <p>{say(words.participantsNeeded(outcome.participantsNeeded))}</p>
      )}
      {outcome.votesNeeded === null ? null : <p>{say(words.votesNeeded(outcome.votesNeeded))}</p>}
      {outcome.kind === 'counted' ? null : (
        <p className="note problem">{say(words.notCounted[outcome.kind])}</p>
      )}
      {outcome.steps.map(({ message, basis }) => (
        <p key={message.zh} className="note">
          {say(message)} {say(electionWords.basis(basis))}
        </p>
      ))}
    </>
  )
}
