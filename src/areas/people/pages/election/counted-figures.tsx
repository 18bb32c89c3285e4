import { useSay } from '../../../../platform/web/language/use-say.ts'
import type { ElectionBallotView } from '../../election-view-schema.ts'
import { electionWords as words } from './words.ts'

const figures = ['due', 'present', 'issued', 'returned', 'void', 'valid'] as const

/** The figures of a counted round, both lines of the majority, and what is left to do. */
export function CountedFigures({ ballot }: { ballot: ElectionBallotView }) {
  const say = useSay()
  const { figures: counted, outcome } = ballot
  if (!counted || !outcome) return null
  return (
    <>
      <dl className="facts">
        {figures.map((key) => (
          <div key={key}>
            <dt>{say(words[key])}</dt>
            <dd>{counted[key]}</dd>
          </div>
        ))}
      </dl>
      <p>{say(words.quorum(outcome.quorum.needed, outcome.quorum.held))}</p>
      <p>{say(words.lines(outcome.lines.due, outcome.lines.present))}</p>
      <p className="help">{say(words.basis(outcome.majority))}</p>
      {outcome.kind === 'counted' ? null : (
        <p className="note problem">{say(words.notDecided[outcome.kind])}</p>
      )}
      {outcome.steps.map(({ message, basis }) => (
        <p key={message.zh} className="note">
          {say(message)} {say(words.basis(basis))}
        </p>
      ))}
    </>
  )
}
