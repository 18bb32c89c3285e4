import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import type { RecordView } from '../../records/contract.ts'
import { called } from '../../records/merge/called.ts'
import type { RecordType } from '../../records/record-type.ts'
import type { Day } from '../../values/day.ts'
import { useSay } from '../language/use-say.ts'
import { announce } from '../pieces/announcement.ts'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { useFormKeys } from '../records/form-keys.ts'
import { formWords } from '../records/form-words.ts'
import type { Override } from '../records/override.ts'
import { TwoClockTimeline } from '../records/two-clock-timeline.tsx'
import { problemOf } from '../rpc/problem.ts'
import { server } from '../rpc/server.ts'
import { useIdempotencyKey } from '../rpc/use-idempotency-key.ts'
import { useSettledPreview } from '../rpc/use-settled-preview.ts'
import { MergeConsequences } from './merge-consequences.tsx'
import { MergeValues } from './merge-values.tsx'
import { emptyFixed, keyOf } from './sides.ts'
import { mergeWords as words } from './words.ts'

/** Both records side by side, the choice for each value that differs, what it would do, and the reason. */
export function MergeForm(props: {
  type: RecordType
  kept: RecordView
  given: RecordView
  /** The day of which the figures are told. */
  asOf: Day
  /** Looks at both records anew. */
  onAgain: () => void
}) {
  const say = useSay()
  const navigate = useNavigate()
  const reasonId = useId()
  const keyFor = useIdempotencyKey()
  const client = useQueryClient()
  const perform = useMutation(server.merge.perform.mutationOptions())
  const { type, kept, given, asOf } = props
  const [take, setTake] = useState<readonly string[]>(() => emptyFixed(type, kept, given))
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState(false)
  const asked = {
    type: type.id,
    kept: { id: kept.id, version: kept.version },
    given: { id: given.id, version: given.version },
    take: [...take],
  }
  const preview = useSettledPreview(
    'merge preview',
    { ...asked, asOf },
    perform.isPending || perform.isSuccess,
    (input) => server.merge.preview.call(input),
  )
  const free = preview.ready && preview.data?.hindrances.length === 0
  const clear = free && preview.data?.stopped.length === 0
  const leave = () => void navigate({ to: '/records/$type/$id', params: { type: type.id, id: kept.id } })

  const done = async (change: string) => {
    announce(words.done)
    // First away from this page: one of its records is not there any more.
    await navigate({ to: '/records/$type/merge/$change', params: { type: type.id, change } })
    await client.invalidateQueries()
  }
  const submit = (overrides: readonly Override[] = []) => {
    if (perform.isPending || !preview.data || !free || (!clear && overrides.length === 0)) return
    setWrong(reason.trim().length < 2)
    if (reason.trim().length < 2) {
      document.getElementById(reasonId)?.focus()
      return
    }
    const content = {
      ...asked,
      seen: preview.data.seen,
      reason: reason.trim(),
      overrides: [...overrides],
    }
    perform.mutate(
      { ...content, idempotencyKey: keyFor(content) },
      {
        onSuccess: ({ change }) => void done(change),
      },
    )
  }
  useFormKeys({ save: () => submit(), leave })
  const name = (record: RecordView) => called({ title: record.title, key: keyOf(type, record) })
  const error = perform.error ?? preview.error

  return (
    <form
      className="merge-form"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        submit()
      }}
    >
      <section className="section" aria-labelledby="values">
        <h2 id="values">{say(words.values)}</h2>
        <div className="row screen-only">
          <Link
            to="/records/$type/merge"
            params={{ type: type.id }}
            search={{ kept: given.id, given: kept.id }}
            className="button"
          >
            {say(words.swap)}
          </Link>
          <Link
            to="/records/$type/merge"
            params={{ type: type.id }}
            search={{ kept: kept.id, given: undefined }}
            className="button"
          >
            {say(words.another)}
          </Link>
        </div>
        <MergeValues
          type={type}
          kept={kept}
          given={given}
          differing={preview.data?.differing ?? []}
          take={take}
          onTake={setTake}
        />
      </section>
      <section className="section" aria-labelledby="lives">
        <h2 id="lives">{say(words.lives)}</h2>
        <p className="help">{say(words.livesHelp(given.events.length))}</p>
        {([kept, given] as const).map((record) => (
          <div key={record.id}>
            <h3>{say(words.lifeOf(record === kept ? words.kept : words.given, name(record)))}</h3>
            <TwoClockTimeline type={type} record={record} />
            <Link
              to="/records/$type/$id/act"
              params={{ type: type.id, id: record.id }}
              search={{ as: 'correction' }}
            >
              {say(words.correctFirst(name(record)))}
            </Link>
          </div>
        ))}
      </section>
      <MergeConsequences preview={preview} asOf={asOf} onOverride={submit} />
      {error ? (
        <ProblemNote error={error}>
          {problemOf(error).code === 'STALE' ? (
            <button type="button" className="button" onClick={props.onAgain}>
              {say(words.lookAgain)}
            </button>
          ) : null}
        </ProblemNote>
      ) : null}
      <section className="section write-form">
        <div className="labelled-input">
          <label htmlFor={reasonId}>{say(words.reason)}</label>
          <textarea
            id={reasonId}
            rows={3}
            maxLength={500}
            required
            value={reason}
            aria-invalid={wrong || undefined}
            aria-describedby={`${reasonId}-help${wrong ? ` ${reasonId}-error` : ''}`}
            onChange={(event) => {
              setReason(event.target.value)
              setWrong(false)
            }}
          />
          <p id={`${reasonId}-help`} className="help">
            {say(words.reasonHelp)}
          </p>
          {wrong ? (
            <p id={`${reasonId}-error`} className="field-error">
              {say(formWords.reasonShort)}
            </p>
          ) : null}
        </div>
        <div className="row deed-buttons">
          <button type="submit" className="main-button" disabled={perform.isPending || !clear}>
            {say(perform.isPending ? words.merging : words.merge)}
          </button>
          <button type="button" className="button" onClick={leave}>
            {say(formWords.cancel)}
          </button>
          <span className="help" role="status">
            {preview.error ? null : !preview.ready ? say(words.working) : clear ? null : say(words.blocked)}
          </span>
        </div>
      </section>
    </form>
  )
}
