import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { auditKinds, type AuditKind } from '../../audit/event.ts'
import { kindWords } from '../../audit/kind-words.ts'
import { useSay } from '../language/use-say.ts'
import { DayPicker } from '../pieces/day-picker.tsx'
import { type AuditSearch } from './audit-route.ts'
import { auditWords as words } from './words.ts'

/** What is searched for; it stands in the address once it is asked. */
export function AuditForm({ asked }: { asked: AuditSearch }) {
  const say = useSay()
  const id = useId()
  const navigate = useNavigate()
  const [draft, setDraft] = useState(asked)
  const go = (search: AuditSearch) => void navigate({ to: '/audit', search })
  const set = (part: AuditSearch) => setDraft({ ...draft, ...part })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    go(draft)
  }
  return (
    <form className="audit-form screen-only" onSubmit={submit}>
      <label htmlFor={`${id}-who`}>
        {say(words.who)}
        <input
          className="select"
          id={`${id}-who`}
          value={draft.who ?? ''}
          maxLength={100}
          placeholder={say(words.whoHelp)}
          onChange={(event) => set({ who: event.target.value || undefined })}
        />
      </label>
      <label htmlFor={`${id}-kind`}>
        {say(words.kind)}
        <select
          className="select"
          id={`${id}-kind`}
          value={draft.kind ?? ''}
          onChange={(event) => set({ kind: (event.target.value || undefined) as AuditKind | undefined })}
        >
          <option value="">{say(words.anyKind)}</option>
          {auditKinds.map((kind) => (
            <option key={kind} value={kind}>
              {say(kindWords[kind])}
            </option>
          ))}
        </select>
      </label>
      <label htmlFor={`${id}-subject`}>
        {say(words.subject)}
        <input
          className="select"
          id={`${id}-subject`}
          value={draft.subject ?? ''}
          maxLength={100}
          placeholder={say(words.subjectHelp)}
          onChange={(event) => set({ subject: event.target.value || undefined })}
        />
      </label>
      <div className="audit-day">
        {say(words.from)}
        <DayPicker
          label={say(words.from)}
          value={draft.since}
          clearable
          onChange={(since) => set({ since })}
        />
      </div>
      <div className="audit-day">
        {say(words.through)}
        <DayPicker
          label={say(words.through)}
          value={draft.through}
          clearable
          onChange={(through) => set({ through })}
        />
      </div>
      <div className="row">
        <button type="submit" className="main-button">
          {say(words.search)}
        </button>
        <button type="button" className="button" onClick={() => go({})}>
          {say(words.clear)}
        </button>
      </div>
    </form>
  )
}
