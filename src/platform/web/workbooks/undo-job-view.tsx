import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ImportUndoing } from '../../ledgers/contract.ts'
import { useSay } from '../language/use-say.ts'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { server } from '../rpc/server.ts'
import { batchWords as words } from './batch-words.ts'
import { JobProgress } from './job-progress.tsx'
import { UndoDone } from './undo-lists.tsx'

/** The undoing of an import from its start to its end: how far it is, what it did, or why it did nothing. */
export function UndoJobView(props: { undoing: ImportUndoing; again: () => void; leave: () => void }) {
  const say = useSay()
  const client = useQueryClient()
  const { id, state, handled, total, undo, message } = props.undoing
  const stop = useMutation({
    mutationFn: () => server.ledgers.stopUndoing.call({ id }),
    onSuccess: (now) => client.setQueryData(server.ledgers.undoing.queryKey({ input: { id } }), now),
  })
  // Everything on screen may depend on it, and its end may come long after it was asked for.
  useEffect(() => {
    if (state === 'done') void client.invalidateQueries()
  }, [client, state])
  return (
    <>
      {undo ? (
        <UndoDone undo={undo} />
      ) : (
        <div role="status">
          <p>{say(words.undoStates[state])}</p>
          {message ? <p>{say(message)}</p> : null}
        </div>
      )}
      {state === 'undoing' ? (
        <JobProgress
          label={words.undoStates.undoing}
          handled={handled}
          total={total}
          line={words.undoProgress}
          stopping={stop.isPending}
          onStop={() => stop.mutate()}
        />
      ) : null}
      {stop.error ? <ProblemNote error={stop.error} /> : null}
      {state === 'failed' || state === 'stopped' ? (
        <button type="button" className="button" onClick={props.again}>
          {say(words.lookAgain)}
        </button>
      ) : null}{' '}
      <button type="button" className="button" onClick={props.leave}>
        {say(words.back)}
      </button>
    </>
  )
}
