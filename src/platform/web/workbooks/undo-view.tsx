import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportUndoing } from '../../ledgers/contract.ts'
import { useSay } from '../language/use-say.ts'
import { Loaded } from '../pieces/loaded.tsx'
import { server } from '../rpc/server.ts'
import { batchWords as words } from './batch-words.ts'
import { fileNames } from './import-list.tsx'
import { UndoForm } from './undo-form.tsx'
import { UndoJobView } from './undo-job-view.tsx'

const pauses: Partial<Record<ImportUndoing['state'], number>> = { undoing: 500, unknown: 3_000 }

/** What undoing an import would do, before the button; afterwards how far it is, and what it did. */
export function UndoView({ id, leave }: { id: string; leave: () => void }) {
  const say = useSay()
  const client = useQueryClient()
  /** One that failed or was stopped is put aside for another look. */
  const [again, setAgain] = useState(false)
  const job = useQuery(server.ledgers.progress.queryOptions({ input: { id } }))
  const options = server.ledgers.undoing.queryOptions({ input: { id } })
  const undoing = useQuery({
    ...options,
    refetchInterval: ({ state }) => pauses[state.data?.undoing?.state ?? 'done'] ?? false,
  })
  return (
    <>
      <h3>{say(words.undoTitle(job.data?.batch ? fileNames(job.data.batch) : ''))}</h3>
      <p className="help">{say(words.undoLine)}</p>
      <Loaded query={undoing}>
        {({ undoing: now }) =>
          now && !again ? (
            <UndoJobView undoing={now} again={() => setAgain(true)} leave={leave} />
          ) : (
            <UndoForm
              name={id}
              preview={() => server.ledgers.undoPreview.call({ id })}
              perform={async (input) => {
                const begun = await server.ledgers.undo.call({ id, ...input })
                client.setQueryData(options.queryKey, { undoing: begun })
                setAgain(false)
                return null
              }}
              leave={leave}
            />
          )
        }
      </Loaded>
    </>
  )
}
