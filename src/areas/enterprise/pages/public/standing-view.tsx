import { type RefObject } from 'react'
import { useSay } from '../../../../platform/web/language/use-say.ts'
import type { Standing } from '../../public-contract.ts'
import { requestKinds, requestOutcomes } from '../../terms/requests.ts'
import { dayWords } from './day-words.ts'
import { pageWords } from './page-words.ts'
import { StepList } from './step-list.tsx'
import { nextWords, stageWords, standingWords as words } from './standing-words.ts'

/** How a request stands: how far it has come, what was answered, and what the company can do. */
export function StandingView(props: { standing: Standing; heading: RefObject<HTMLHeadingElement | null> }) {
  const say = useSay()
  const { standing, heading } = props
  const { request, declined, stage } = standing
  const answered = request?.answered
  return (
    <article className="section public-standing" aria-labelledby="standing">
      <div className="public-standing-head">
        <h2 id="standing" ref={heading} tabIndex={-1}>
          {standing.subject}
        </h2>
        <span className={stage === 'declined' || stage === 'closed' ? 'tag' : 'tag accent'}>
          {say(stageWords[stage])}
        </span>
      </div>
      <Facts standing={standing} />
      <h3>{say(words.steps)}</h3>
      <StepList standing={standing} />
      {request?.pausedSince ? (
        <p className="note past">{say(words.paused(dayWords(request.pausedSince)))}</p>
      ) : null}
      {declined ? (
        <>
          <h3>{say(words.declined)}</h3>
          <blockquote className="kept-lines">{declined.why}</blockquote>
        </>
      ) : null}
      {answered ? (
        <>
          <h3>{say(words.answer)}</h3>
          <blockquote className="kept-lines">{answered.answer}</blockquote>
        </>
      ) : null}
      <h3>{say(words.next)}</h3>
      <p>{say(nextWords[stage])}</p>
      <p className="screen-only">
        <button type="button" className="button" onClick={() => print()}>
          {say(pageWords.print)}
        </button>
      </p>
    </article>
  )
}

function Facts({ standing: { number, companyName, kind, request } }: { standing: Standing }) {
  const say = useSay()
  const due = request?.due
  const facts: readonly (readonly [string, string])[] = [
    [say(words.company), companyName],
    [say(words.kind), say(requestKinds[kind])],
    [say(words.number), number],
    ...(request && request.number !== number ? [[say(words.request), request.number] as const] : []),
    ...(due
      ? [
          [
            say(due.expected ? words.expected : words.due),
            say(dayWords(due.day)) + (due.expected ? ` ${say(words.expectedHelp)}` : ''),
          ] as const,
        ]
      : []),
    ...(request?.closed ? [[say(words.outcome), say(requestOutcomes[request.closed.outcome])] as const] : []),
  ]
  return (
    <dl className="facts public-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
