import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { UndoAnswer } from '../../records/undo/undo-schema.ts'
import { useSay } from '../language/use-say.ts'
import { Loaded } from '../pieces/loaded.tsx'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { useIdempotencyKey } from '../rpc/use-idempotency-key.ts'
import { LabelledInput } from '../session/labelled-input.tsx'
import { batchWords as words } from './batch-words.ts'
import { UndoDone, UndoLists } from './undo-lists.tsx'

type Undoing = { reason: string; seen: string; idempotencyKey: string }

/** What undoing a change would do, before the button; afterwards what it did. */
export function UndoForm(props: {
  /** Names the change. */
  name: string
  preview: () => Promise<UndoAnswer>
  /** Null where it is a job, which is shown in place of this form. */
  perform: (input: Undoing) => Promise<UndoAnswer | null>
  leave: () => void
}) {
  const say = useSay()
  const client = useQueryClient()
  const keyFor = useIdempotencyKey()
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState(false)
  const [done, setDone] = useState<UndoAnswer | null>(null)
  const preview = useQuery({
    queryKey: ['undo', props.name],
    queryFn: props.preview,
    enabled: done === null,
    gcTime: 0,
    staleTime: 0,
    refetchOnWindowFocus: false,
  })
  const undo = useMutation({
    mutationFn: props.perform,
    onSuccess: async (answer) => {
      setDone(answer)
      // What it would do is no question any more.
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'undo' })
    },
  })
  const start = (seen: string) => {
    setWrong(reason.trim().length < 2)
    if (reason.trim().length < 2) return
    const content = { reason: reason.trim(), seen }
    undo.mutate({ ...content, idempotencyKey: keyFor({ ...content, name: props.name }) })
  }
  const lookAgain = () => {
    undo.reset()
    void preview.refetch()
  }
  return (
    <>
      {done ? (
        <UndoDone undo={done} />
      ) : (
        <Loaded query={preview}>
          {(plan) => {
            const count = plan.counts.removed + plan.counts.restored
            return (
              <>
                <UndoLists undo={plan} />
                {count === 0 ? (
                  <p className="note">{say(words.nothingToUndo)}</p>
                ) : (
                  <div className="commit">
                    <LabelledInput
                      label={say(words.undoReason)}
                      value={reason}
                      maxLength={500}
                      error={wrong ? say(words.reasonMissing) : undefined}
                      onChange={(event) => setReason(event.target.value)}
                    />
                    <button
                      type="button"
                      className="main-button"
                      disabled={undo.isPending}
                      onClick={() => start(plan.digest)}
                    >
                      {say(undo.isPending ? words.undoing : words.undoNow(count))}
                    </button>
                  </div>
                )}
              </>
            )
          }}
        </Loaded>
      )}
      {undo.error ? (
        <>
          <ProblemNote error={undo.error} />
          <button type="button" className="button" onClick={lookAgain}>
            {say(words.lookAgain)}
          </button>
        </>
      ) : null}{' '}
      <button type="button" className="button" onClick={props.leave}>
        {say(words.back)}
      </button>
    </>
  )
}
