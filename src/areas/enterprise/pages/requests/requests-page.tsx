import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useSay } from '../../../../platform/web/language/use-say.ts'
import { dayOf } from '../../../../platform/web/moment/moment.ts'
import { asOfText, dayText } from '../../../../platform/web/moment/moment-words.ts'
import { useMoment } from '../../../../platform/web/moment/use-moment.ts'
import { Loaded } from '../../../../platform/web/pieces/loaded.tsx'
import { PageHead } from '../../../../platform/web/pieces/page-head.tsx'
import { useMe } from '../../../../platform/web/session/me.ts'
import { requestType } from '../../records.ts'
import type { RequestLists } from '../../request-contract.ts'
import { server } from '../server.ts'
import { type ListSearch, requestLists } from './list-search.ts'
import { listed, type RequestRow, rowsOf } from './request-rows.ts'
import { RequestTable } from './request-table.tsx'
import { SubmissionTable } from './submission-table.tsx'
import { submissionWords } from './submission-words.ts'
import { useOwnPerson } from './use-own-person.ts'
import { requestWords as words } from './words.ts'
import './request.css'

const route = getRouteApi('/work/enterprise/requests')

/** What is to be done for companies: who holds what, and when each is due. */
export function RequestsPage() {
  const say = useSay()
  const moment = useMoment()
  const { permissions } = useMe()
  const lists = useQuery(
    server.enterprise.requests.queryOptions({
      input: dayOf(moment),
      placeholderData: keepPreviousData,
      staleTime: 60_000,
    }),
  )
  const may = ['records.record', requestType.permissions.record].every((need) => permissions.includes(need))
  return (
    <>
      <PageHead title={say(words.title)} line={say(asOfText(moment.asOf))} paper="A4 landscape">
        {may && !moment.knownAt ? (
          <Link to="/records/$type/new" params={{ type: requestType.id }} className="button">
            {say(words.receive)}
          </Link>
        ) : null}
        <Link to="/enterprise/reminders" className="button">
          {say(words.reminders)}
        </Link>
      </PageHead>
      <Loaded query={lists} lines={10}>
        {(data) => <Lists lists={data} />}
      </Loaded>
    </>
  )
}

function Lists({ lists }: { lists: RequestLists }) {
  const say = useSay()
  const navigate = useNavigate()
  const { list = 'open' }: ListSearch = route.useSearch()
  const { own, choose } = useOwnPerson(lists.own)
  const rows = rowsOf(lists.requests)
  const shown = list === 'online' ? [] : listed(rows, list, own)
  const count = (each: (typeof requestLists)[number]) =>
    each === 'callback' ? lists.waiting : each === 'online' ? lists.online : listed(rows, each, own).length
  return (
    <>
      <div className="list-tools screen-only" role="group" aria-label={say(words.choose)}>
        {requestLists.map((each) => (
          <button
            key={each}
            type="button"
            className="button"
            aria-pressed={each === list}
            onClick={() =>
              void navigate({ to: '.', search: (old: object) => ({ ...old, list: each }), replace: true })
            }
          >
            {say(words.lists[each])} {count(each)}
          </button>
        ))}
      </div>
      <section className="section">
        <h2>
          {say(words.lists[list])} {count(list)}
        </h2>
        {list === 'mine' && choose ? <WhoAmI rows={rows} own={own} choose={choose} /> : null}
        {list === 'online' && lists.online > 0 ? (
          <SubmissionTable caption={say(words.lists.online)} rows={lists.submissions} />
        ) : shown.length === 0 ? (
          <p className="empty">{say(words.empty[list])}</p>
        ) : (
          <RequestTable caption={say(words.lists[list])} rows={shown} closed={list === 'callback'} />
        )}
        {list === 'online' && lists.submissions.length < lists.online ? (
          <p className="help">{say(submissionWords.more(lists.submissions.length, lists.online))}</p>
        ) : null}
        {list === 'callback' && shown.length < lists.waiting ? (
          <p className="help">{say(words.more(shown.length, lists.waiting))}</p>
        ) : null}
      </section>
      {rows.some(({ clock }) => clock?.due?.expected) ? (
        <p className="help">{say(words.announced(dayText(lists.announcedThrough)))}</p>
      ) : null}
    </>
  )
}

/** Accounts are no persons of the register: who goes with no post says which of the holders they are. */
function WhoAmI(props: {
  rows: readonly RequestRow[]
  own: string | null
  choose: (id: string | null) => void
}) {
  const say = useSay()
  const holders = new Map(
    props.rows.flatMap(({ part }) => (part?.holder ? [[part.holder.id, part.holder.name] as const] : [])),
  )
  return (
    <p className="screen-only">
      <label>
        {say(words.me)}{' '}
        <select
          className="select"
          value={props.own ?? ''}
          onChange={(event) => props.choose(event.target.value || null)}
        >
          <option value="">{say(words.nobody)}</option>
          {[...holders].map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>{' '}
      <span className="help">{say(words.meHelp)}</span>
    </p>
  )
}
