import { useSay } from '../../../../platform/web/language/use-say.ts'
import { dayText } from '../../../../platform/web/moment/moment-words.ts'
import type { RequestView } from '../../request-schema.ts'
import { requestWords as words } from './words.ts'

/** What happened, the earliest first: to the request itself and in each department. */
export function TimelineList({ entries }: { entries: RequestView['timeline'] }) {
  const say = useSay()
  return (
    <ol className="request-timeline">
      {entries.map(({ id, on, at, department, label, details, reason, documentNo, by }) => (
        <li key={id}>
          <p>
            {say(dayText(on))} {at} <strong>{say(label)}</strong> {department} {documentNo}{' '}
            <span className="help">{say(words.by(by))}</span>
          </p>
          {details.map((detail) => (
            <p key={detail.label.zh}>
              <span className="help">{say(detail.label)}</span> {say(detail.value)}
            </p>
          ))}
          {reason ? (
            <p>
              <span className="help">{say(words.reason)}</span> {reason}
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
