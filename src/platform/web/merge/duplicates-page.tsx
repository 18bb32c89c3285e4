import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { called } from '../../records/merge/called.ts'
import type { AlikePage } from '../../records/merge/contract.ts'
import { fieldOf, type RecordType } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { useMoment } from '../moment/use-moment.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { Loaded } from '../pieces/loaded.tsx'
import { PageHead } from '../pieces/page-head.tsx'
import { Pager } from '../pieces/pager.tsx'
import { useCursors } from '../pieces/use-cursors.ts'
import { NotInThePast } from '../records/not-in-the-past.tsx'
import { WithType } from '../records/with-type.tsx'
import { server } from '../rpc/server.ts'
import { duplicatesRoute } from './merge-routes.ts'
import { ReasonSection } from './reason-section.tsx'
import { ToldApart } from './told-apart.tsx'
import { useMayMerge } from './use-may-merge.ts'
import { mergeWords as words } from './words.ts'

const size = 50
type Alike = AlikePage['pairs'][number]['first']

/** Pairs of records that agree in what seldom agrees; each leads to the page that compares and merges them. */
export function DuplicatesPage() {
  const { type } = duplicatesRoute.useParams()
  const { knownAt } = useMoment()
  if (knownAt !== undefined) return <NotInThePast />
  return <WithType id={type}>{(declared) => <Page type={declared} />}</WithType>
}

function Page({ type }: { type: RecordType }) {
  const say = useSay()
  const mayMerge = useMayMerge(type)
  const cursors = useCursors(type.id)
  const [asking, setAsking] = useState<{ first: Alike; second: Alike } | null>(null)
  const labels = (sets: readonly (readonly string[])[]) =>
    sets.map((keys) => keys.map((key) => fieldOf(type, key).label))
  const pairs = useQuery(
    server.merge.alike.queryOptions({
      input: { type: type.id, limit: size, ...(cursors.cursor ? { cursor: cursors.cursor } : {}) },
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <>
      <PageHead
        title={say(words.duplicatesTitle(type))}
        line={say(words.duplicatesHelp(labels(type.mergeable?.alike ?? [])))}
        paper="A4 landscape"
      />
      <Loaded query={pairs} lines={8}>
        {(page) =>
          page.total === 0 ? (
            <p className="note">{say(words.noDuplicates)}</p>
          ) : (
            <>
              <DataTable
                caption={say(words.duplicates)}
                rows={page.pairs}
                rowKey={({ first, second }) => `${first.id} ${second.id}`}
                columns={[
                  {
                    key: 'first',
                    heading: say(words.first),
                    cell: ({ first }) => <One type={type} record={first} />,
                  },
                  {
                    key: 'second',
                    heading: say(words.second),
                    cell: ({ second }) => <One type={type} record={second} />,
                  },
                  { key: 'by', heading: say(words.same), cell: ({ by }) => say(words.agree(labels(by))) },
                  ...(mayMerge
                    ? [
                        {
                          key: 'look',
                          heading: say(words.next),
                          cell: ({ first, second }: AlikePage['pairs'][number]) => (
                            <span className="row">
                              <Link
                                to="/records/$type/merge"
                                params={{ type: type.id }}
                                search={{ kept: first.id, given: second.id }}
                                aria-label={say(words.checkOf(first.key, second.key))}
                              >
                                {say(words.check)}
                              </Link>
                              <button
                                type="button"
                                className="plain-button"
                                aria-label={say(words.apartOf(first.key, second.key))}
                                onClick={() => setAsking({ first, second })}
                              >
                                {say(words.apart)}
                              </button>
                            </span>
                          ),
                        },
                      ]
                    : []),
                ]}
              />
              <Pager
                cursors={cursors}
                size={size}
                shown={page.pairs.length}
                total={page.total}
                next={page.nextCursor}
              />
            </>
          )
        }
      </Loaded>
      {asking ? (
        <ReasonSection
          key={`${asking.first.id} ${asking.second.id}`}
          title={words.apartOf(called(asking.first), called(asking.second))}
          label={words.apart}
          help={words.apartHelp}
          done={words.toldApart}
          act={(said) =>
            server.apart.tell.call({
              type: type.id,
              first: { id: asking.first.id, version: asking.first.version },
              second: { id: asking.second.id, version: asking.second.version },
              ...said,
            })
          }
          leave={() => setAsking(null)}
        />
      ) : null}
      <ToldApart type={type} />
    </>
  )
}

function One({ type, record }: { type: RecordType; record: Alike }) {
  const say = useSay()
  return (
    <>
      <Link to="/records/$type/$id" params={{ type: type.id, id: record.id }}>
        {record.title || record.key}
      </Link>{' '}
      <span className="help">
        {record.key} · {say(words.since(record.from, record.to))}
      </span>
    </>
  )
}
