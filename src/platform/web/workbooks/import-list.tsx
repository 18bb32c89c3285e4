import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ImportBatch } from '../../ledgers/contract.ts'
import { useSay } from '../language/use-say.ts'
import { momentCell } from '../moment/moment-words.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { Loaded } from '../pieces/loaded.tsx'
import { Pager } from '../pieces/pager.tsx'
import { useCursors } from '../pieces/use-cursors.ts'
import { pieceWords } from '../pieces/words.ts'
import { server } from '../rpc/server.ts'
import { batchWords as words } from './batch-words.ts'
import { useLedgers } from './use-export.ts'

const limit = 20

/** Every written import, newest first, each with its way to be undone. */
export function ImportList() {
  const say = useSay()
  const ledgers = useLedgers()
  const cursors = useCursors('imports')
  const imports = useQuery(
    server.ledgers.imports.queryOptions({
      input: { limit, ...(cursors.cursor ? { cursor: cursors.cursor } : {}) },
      placeholderData: keepPreviousData,
    }),
  )
  const titleOf = (id: string) => {
    const found = ledgers.data?.ledgers.find((ledger) => ledger.id === id)
    return found ? say(found.title) : id
  }
  return (
    <Loaded query={imports}>
      {(page) =>
        page.imports.length === 0 ? (
          <p className="empty">{say(words.none)}</p>
        ) : (
          <>
            <DataTable
              caption={say(words.title)}
              rows={page.imports}
              rowKey={(one) => one.id}
              columns={[
                {
                  key: 'files',
                  heading: say(words.files),
                  cell: (one) => (
                    <Link to="." search={(old: object) => ({ ...old, job: one.id, undo: undefined })}>
                      {fileNames(one)}
                    </Link>
                  ),
                },
                {
                  key: 'when',
                  heading: say(words.when),
                  kind: 'day',
                  cell: (one) => momentCell(one.recordedAt),
                },
                { key: 'change', heading: say(words.change), cell: (one) => one.change },
                { key: 'by', heading: say(words.by), cell: (one) => one.actor },
                {
                  key: 'ledgers',
                  heading: say(words.ledgers),
                  cell: (one) => one.ledgers.map(titleOf).join(say(words.separator)),
                },
                {
                  key: 'counts',
                  heading: say(words.counts),
                  cell: ({ counts }) => say(words.result(counts.created, counts.updated, counts.unchanged)),
                },
                {
                  key: 'reason',
                  heading: say(words.reason),
                  cell: (one) => one.reason ?? say(pieceWords.none),
                },
                { key: 'state', heading: say(words.state), cell: (one) => <Undone batch={one} /> },
              ]}
            />
            <Pager cursors={cursors} size={limit} shown={page.imports.length} next={page.nextCursor} />
          </>
        )
      }
    </Loaded>
  )
}

export const fileNames = (batch: ImportBatch) => batch.files.map((file) => file.name).join(' · ')

/** By whom and when it was undone, or the way to do so. */
export function Undone({ batch }: { batch: ImportBatch }) {
  const say = useSay()
  const newest = batch.undos.at(-1)
  if (newest)
    return <>{say(words.undone(newest.change, newest.actor, momentCell(newest.recordedAt), newest.kept))}</>
  return (
    <Link to="." search={(old: object) => ({ ...old, undo: batch.id, job: undefined })}>
      {say(words.undo)}
    </Link>
  )
}
