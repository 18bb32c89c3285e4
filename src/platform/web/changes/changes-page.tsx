import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useSay } from '../language/use-say.ts'
import { momentCell } from '../moment/moment-words.ts'
import { useMoment } from '../moment/use-moment.ts'
import { AntdFrame } from '../pieces/antd-frame.tsx'
import { DataTable } from '../pieces/data-table.tsx'
import { DayPicker } from '../pieces/day-picker.tsx'
import { Loaded } from '../pieces/loaded.tsx'
import { PageHead } from '../pieces/page-head.tsx'
import { Pager } from '../pieces/pager.tsx'
import { useCursors } from '../pieces/use-cursors.ts'
import { pieceWords } from '../pieces/words.ts'
import { recordWords } from '../records/words.ts'
import { server } from '../rpc/server.ts'
import { changesRoute } from './changes-route.ts'
import { changesWords as words } from './words.ts'

const limit = 50

/** What was recorded, by recorded time: the other clock. */
export function ChangesPage() {
  const say = useSay()
  const { node, knownAt } = useMoment()
  const { since } = changesRoute.useSearch()
  const navigate = useNavigate()
  const input = {
    limit,
    ...(node ? { node } : {}),
    ...(knownAt ? { knownAt } : {}),
    ...(since ? { since: `${since}T00:00:00+08:00` } : {}),
  }
  const cursors = useCursors(JSON.stringify(input))
  const changes = useQuery(
    server.records.changes.queryOptions({
      input: { ...input, ...(cursors.cursor ? { cursor: cursors.cursor } : {}) },
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <>
      <PageHead title={say(words.title)} line={say(words.line)} paper="A4 landscape">
        <label className="row">
          {say(words.since)}
          <AntdFrame>
            <DayPicker
              label={say(words.since)}
              value={since}
              clearable
              onChange={(day) =>
                void navigate({ to: '.', search: (old: object) => ({ ...old, since: day }), replace: true })
              }
            />
          </AntdFrame>
        </label>
      </PageHead>
      <Loaded query={changes}>
        {(page) =>
          page.changes.length === 0 ? (
            <p className="empty">{say(words.empty)}</p>
          ) : (
            <>
              <DataTable
                caption={say(words.title)}
                rows={page.changes}
                rowKey={(change) => change.change}
                columns={[
                  {
                    key: 'recordedAt',
                    heading: say(recordWords.recordedAt),
                    kind: 'day',
                    cell: (change) => momentCell(change.recordedAt),
                  },
                  { key: 'change', heading: say(recordWords.change), cell: (change) => change.change },
                  {
                    key: 'kind',
                    heading: say(recordWords.kind),
                    cell: (change) => (
                      <>
                        {say(recordWords.changeKinds[change.kind])}
                        {change.bulk ? (
                          <>
                            {' '}
                            <Link
                              to="/records/$type/bulk/$change"
                              params={{ type: change.bulk, change: change.change }}
                            >
                              {say(words.bulk)}
                            </Link>
                          </>
                        ) : null}
                      </>
                    ),
                  },
                  { key: 'actor', heading: say(recordWords.actor), cell: (change) => change.actor },
                  {
                    key: 'reason',
                    heading: say(recordWords.reason),
                    cell: (change) => change.reason ?? say(pieceWords.none),
                  },
                  {
                    key: 'records',
                    heading: say(words.records),
                    cell: (change) => <Records records={change.records} more={change.more} />,
                  },
                ]}
              />
              <Pager cursors={cursors} size={limit} shown={page.changes.length} next={page.nextCursor} />
            </>
          )
        }
      </Loaded>
    </>
  )
}

function Records(props: { records: readonly { type: string; id: string; title: string }[]; more: number }) {
  const say = useSay()
  if (props.records.length === 0 && props.more === 0) return say(pieceWords.none)
  return (
    <span className="row">
      {props.records.map((record) =>
        record.title === '' ? (
          <span key={record.id}>{say(words.gone)}</span>
        ) : (
          <Link key={record.id} to="/records/$type/$id" params={{ type: record.type, id: record.id }}>
            {record.title}
          </Link>
        ),
      )}
      {props.more > 0 ? <span className="help">{say(words.more(props.more))}</span> : null}
    </span>
  )
}
