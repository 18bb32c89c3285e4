import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ApartPair } from '../../records/apart/contract.ts'
import { called } from '../../records/merge/called.ts'
import type { RecordType } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { momentCell } from '../moment/moment-words.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { Loaded } from '../pieces/loaded.tsx'
import { Pager } from '../pieces/pager.tsx'
import { useCursors } from '../pieces/use-cursors.ts'
import { pieceWords } from '../pieces/words.ts'
import { recordWords } from '../records/words.ts'
import { server } from '../rpc/server.ts'
import { ReasonSection } from './reason-section.tsx'
import { useMayMerge } from './use-may-merge.ts'
import { mergeWords as words } from './words.ts'
import './merge.css'

const size = 50

/** Pairs that were said to be two: by whom, when and why, and the way back. */
export function ToldApart({ type }: { type: RecordType }) {
  const say = useSay()
  const cursors = useCursors(type.id)
  const [asking, setAsking] = useState<ApartPair | null>(null)
  const pairs = useQuery(
    server.apart.list.queryOptions({
      input: { type: type.id, limit: size, ...(cursors.cursor ? { cursor: cursors.cursor } : {}) },
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <section className="section" aria-labelledby="apart">
      <h2 id="apart">{say(words.apartTitle)}</h2>
      <Loaded query={pairs} lines={3}>
        {(page) =>
          page.pairs.length === 0 ? (
            <p className="help">{say(words.noneApart)}</p>
          ) : (
            <>
              <Pairs type={type} pairs={page.pairs} onTakeBack={setAsking} />
              <Pager
                of={say(words.apartTitle)}
                cursors={cursors}
                size={size}
                shown={page.pairs.length}
                next={page.nextCursor}
              />
            </>
          )
        }
      </Loaded>
      {asking ? (
        <ReasonSection
          key={asking.change.change}
          title={words.takeBackOf(called(asking.first), called(asking.second))}
          label={words.takeBack}
          help={words.takeBackHelp}
          done={words.takenBack}
          act={(said) => server.apart.takeBack.call({ type: type.id, change: asking.change.change, ...said })}
          leave={() => setAsking(null)}
        />
      ) : null}
    </section>
  )
}

function Pairs(props: {
  type: RecordType
  pairs: readonly ApartPair[]
  onTakeBack: (pair: ApartPair) => void
}) {
  const say = useSay()
  const { type, pairs, onTakeBack } = props
  const mayMerge = useMayMerge(type)
  const link = (record: ApartPair['first']) => (
    <Link to="/records/$type/$id" params={{ type: type.id, id: record.id }}>
      {called(record)}
    </Link>
  )
  return (
    <DataTable<ApartPair>
      caption={say(words.apartTitle)}
      rows={pairs}
      rowKey={({ change: { change } }) => change}
      columns={[
        { key: 'first', heading: say(words.first), cell: ({ first }) => link(first) },
        { key: 'second', heading: say(words.second), cell: ({ second }) => link(second) },
        {
          key: 'why',
          heading: say(recordWords.reason),
          cell: ({ change }) => change.reason ?? say(pieceWords.none),
        },
        { key: 'who', heading: say(recordWords.actor), cell: ({ change }) => change.actor },
        {
          key: 'when',
          heading: say(recordWords.recordedAt),
          kind: 'day',
          cell: ({ change }) => momentCell(change.recordedAt),
        },
        {
          key: 'holds',
          heading: say(words.apartState),
          cell: ({ holds }) => say(holds ? words.apartHolds : words.apartMoved),
        },
        ...(mayMerge
          ? [
              {
                key: 'back',
                heading: say(words.next),
                cell: (pair: ApartPair) => (
                  <button
                    type="button"
                    className="plain-button"
                    aria-label={say(words.takeBackOf(pair.first.key, pair.second.key))}
                    onClick={() => onTakeBack(pair)}
                  >
                    {say(words.takeBack)}
                  </button>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
