import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSay } from '../../../platform/web/language/use-say.ts'
import { dayOf } from '../../../platform/web/moment/moment.ts'
import { asOfText } from '../../../platform/web/moment/moment-words.ts'
import { useMoment } from '../../../platform/web/moment/use-moment.ts'
import { Loaded } from '../../../platform/web/pieces/loaded.tsx'
import { PageHead } from '../../../platform/web/pieces/page-head.tsx'
import { server } from './server.ts'
import { TermsTable } from './terms-table.tsx'
import { pageWords, termWords as words } from './words.ts'
import './boards.css'

/** Terms that have ended or end within a year, with the times of the next election and how far it is. */
export function TermsPage() {
  const say = useSay()
  const moment = useMoment()
  const terms = useQuery(
    server.people.terms.queryOptions({
      input: dayOf(moment),
      placeholderData: keepPreviousData,
      staleTime: 60_000,
    }),
  )
  return (
    <>
      <PageHead title={say(pageWords.terms)} line={say(asOfText(moment.asOf))} paper="A4 landscape" />
      <Loaded query={terms} lines={12}>
        {({ terms: ending, unrecorded }) => {
          const overdue = ending.filter(({ daysLeft }) => daysLeft < 0).length
          return (
            <>
              {overdue > 0 ? <p className="note">{say(words.overdue(overdue))}</p> : null}
              {ending.length === 0 ? (
                <p className="empty">{say(words.none)}</p>
              ) : (
                <>
                  <p className="help">{say(words.help)}</p>
                  <TermsTable terms={ending} />
                </>
              )}
              {unrecorded > 0 ? <p className="help">{say(words.unrecorded(unrecorded))}</p> : null}
            </>
          )
        }}
      </Loaded>
    </>
  )
}
