import { useQuery } from '@tanstack/react-query'
import { useSay } from '../language/use-say.ts'
import { server } from '../rpc/server.ts'
import { batchWords as words } from './batch-words.ts'
import { fileNames } from './import-list.tsx'
import { UndoForm } from './undo-form.tsx'

/** What undoing an import would do, before the button; afterwards what it did. */
export function UndoView({ id, leave }: { id: string; leave: () => void }) {
  const say = useSay()
  const job = useQuery(server.ledgers.progress.queryOptions({ input: { id } }))
  return (
    <>
      <h3>{say(words.undoTitle(job.data?.batch ? fileNames(job.data.batch) : ''))}</h3>
      <p className="help">{say(words.undoLine)}</p>
      <UndoForm
        name={id}
        preview={() => server.ledgers.undoPreview.call({ id })}
        perform={(input) => server.ledgers.undo.call({ id, ...input })}
        leave={leave}
      />
    </>
  )
}
