import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useSay } from '../../../../platform/web/language/use-say.ts'
import { dayOf } from '../../../../platform/web/moment/moment.ts'
import { dayText } from '../../../../platform/web/moment/moment-words.ts'
import { useMoment } from '../../../../platform/web/moment/use-moment.ts'
import { Loaded } from '../../../../platform/web/pieces/loaded.tsx'
import { PageHead } from '../../../../platform/web/pieces/page-head.tsx'
import { server } from '../server.ts'
import { remindersOn, rowsOf } from './request-rows.ts'
import { RequestTable } from './request-table.tsx'
import { SubmissionTable } from './submission-table.tsx'
import { requestWords as words } from './words.ts'
import './request.css'

/** What a morning reminds of, on one page that prints: what was sent online, overdue, due today, due on the next working day. */
export function RemindersPage() {
  const say = useSay()
  const moment = useMoment()
  const lists = useQuery(server.enterprise.requests.queryOptions({ input: dayOf(moment), staleTime: 60_000 }))
  const on = dayText(moment.asOf)
  return (
    <>
      <PageHead
        title={say(words.reminders)}
        line={`${say(on)} · ${say(words.remindersLine)}`}
        paper="A4 landscape"
      >
        <Link to="/enterprise/requests" className="button">
          {say(words.back)}
        </Link>
      </PageHead>
      <Loaded query={lists} lines={8}>
        {({ requests, submissions, online }) => {
          const parts = remindersOn(rowsOf(requests), moment.asOf)
          const sections = [
            ['overdue', say(words.lists.overdue), parts.overdue],
            ['today', say(words.today), parts.today],
            ['tomorrow', say(words.tomorrow), parts.tomorrow],
          ] as const
          if (online === 0 && sections.every(([, , rows]) => rows.length === 0))
            return <p className="empty">{say(words.nothingToday)}</p>
          const filled = sections.filter(([, , rows]) => rows.length > 0)
          return (
            <>
              {online > 0 ? (
                <section className="section">
                  <h2>
                    {say(words.lists.online)} {online}
                  </h2>
                  <SubmissionTable caption={say(words.lists.online)} rows={submissions} />
                </section>
              ) : null}
              {filled.map(([key, title, rows]) => (
                <section key={key} className="section">
                  <h2>
                    {title} {rows.length}
                  </h2>
                  <RequestTable caption={title} rows={rows} />
                </section>
              ))}
            </>
          )
        }}
      </Loaded>
    </>
  )
}
