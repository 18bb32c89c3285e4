import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { AuditEventView } from '../../audit/contract.ts'
import { kindWords } from '../../audit/kind-words.ts'
import { useSay } from '../language/use-say.ts'
import { momentCell } from '../moment/moment-words.ts'
import { AntdFrame } from '../pieces/antd-frame.tsx'
import { DataTable } from '../pieces/data-table.tsx'
import { Loaded } from '../pieces/loaded.tsx'
import { PageHead } from '../pieces/page-head.tsx'
import { Pager } from '../pieces/pager.tsx'
import { useCursors } from '../pieces/use-cursors.ts'
import { pieceWords } from '../pieces/words.ts'
import { server } from '../rpc/server.ts'
import { FileButton } from '../workbooks/file-button.tsx'
import { AuditForm } from './audit-form.tsx'
import { auditRoute } from './audit-route.ts'
import { auditWords as words } from './words.ts'
import './audit.css'

const limit = 50

/** Who did what: the chain of events of the office, searched. */
export function AuditPage() {
  const say = useSay()
  const asked = auditRoute.useSearch()
  const { since, ...plain } = asked
  const input = { ...plain, ...(since ? { from: since } : {}) }
  const key = JSON.stringify(input)
  const cursors = useCursors(key)
  const events = useQuery(
    server.audit.events.queryOptions({
      input: { ...input, limit, ...(cursors.cursor ? { cursor: cursors.cursor } : {}) },
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <AntdFrame>
      <PageHead title={say(words.title)} line={say(words.line)} paper="A4 landscape" undated>
        <FileButton
          label={words.exportAll}
          busy={words.exporting}
          className="button screen-only"
          file={(language) => server.audit.exportEvents.call({ ...input, language })}
        />
      </PageHead>
      <AuditForm key={key} asked={asked} />
      {asked.subject ? <p className="help">{say(words.subjectNote)}</p> : null}
      <Loaded query={events}>
        {(page) =>
          page.events.length === 0 ? (
            <p className="empty">{say(words.empty)}</p>
          ) : (
            <>
              <EventTable events={page.events} />
              <Pager cursors={cursors} size={limit} shown={page.events.length} next={page.nextCursor} />
            </>
          )
        }
      </Loaded>
    </AntdFrame>
  )
}

function EventTable({ events }: { events: readonly AuditEventView[] }) {
  const say = useSay()
  const none = say(pieceWords.none)
  return (
    <DataTable
      caption={say(words.title)}
      rows={events}
      rowKey={(event) => event.event}
      columns={[
        { key: 'at', heading: say(words.time), kind: 'day', cell: (event) => momentCell(event.at) },
        { key: 'event', heading: say(words.event), kind: 'numeric', cell: (event) => event.event },
        { key: 'kind', heading: say(words.what), cell: (event) => <What event={event} /> },
        {
          key: 'person',
          heading: say(words.person),
          cell: ({ actor }) =>
            actor.id === 'unknown' ? (
              say(words.unknown)
            ) : (
              <Link to="/audit" search={{ who: actor.id }}>
                {actor.name || actor.id}
              </Link>
            ),
        },
        {
          key: 'roles',
          heading: say(words.roles),
          cell: ({ roles }) => (roles.length > 0 ? roles.map(say).join(say(words.comma)) : none),
        },
        { key: 'about', heading: say(words.about), cell: (event) => <About event={event} /> },
        { key: 'reason', heading: say(words.reason), cell: ({ reason }) => reason ?? none },
        {
          key: 'address',
          heading: say(words.address),
          cell: ({ address }) => address ?? say(words.machine),
        },
      ]}
    />
  )
}

function What({ event }: { event: AuditEventView }) {
  const say = useSay()
  return (
    <>
      {say(kindWords[event.kind])} <span className="help">{event.act}</span>
    </>
  )
}

function About({ event: { subject, change } }: { event: AuditEventView }) {
  const say = useSay()
  if (!subject && change === null) return say(pieceWords.none)
  return (
    <span className="row">
      {subject ? say(subject.type) : null}
      {subject?.id ? (
        <Link to="/audit" search={{ subject: subject.id }}>
          {subject.id}
        </Link>
      ) : null}
      {change === null ? null : <span>{say(words.change(change))}</span>}
    </span>
  )
}
