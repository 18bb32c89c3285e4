import { type FormEvent, useId, useState } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Text } from '../../text.ts'
import type { Day } from '../../values/day.ts'
import { useSay } from '../language/use-say.ts'
import { DayPicker } from '../pieces/day-picker.tsx'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { server } from '../rpc/server.ts'
import { workbookWords as words } from './words.ts'

const largest = 20_000_000

/** Takes a workbook, asks what its differences mean, and has it checked without writing. */
export function CheckForm({ ledger, onChecked }: { ledger: string; onChecked: (job: string) => void }) {
  const say = useSay()
  const fileId = useId()
  const client = useQueryClient()
  const [file, setFile] = useState<File | undefined>()
  const [meaning, setMeaning] = useState<'correction' | 'change'>('correction')
  const [changesOn, setChangesOn] = useState<Day | undefined>()
  const [wrong, setWrong] = useState<{ file?: Text; day?: Text }>({})
  const check = useMutation({
    mutationFn: (input: { file: File; changesOn?: Day }) => server.ledgers.check.call({ ledger, ...input }),
    onSuccess: (job) => {
      client.setQueryData(server.ledgers.progress.queryKey({ input: { id: job.id } }), job)
      onChecked(job.id)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const problems = {
      ...(!file ? { file: words.fileMissing } : file.size > largest ? { file: words.fileLarge } : {}),
      ...(meaning === 'change' && !changesOn ? { day: words.changesOnMissing } : {}),
    }
    setWrong(problems)
    if (!file || problems.file || problems.day) return
    check.mutate({ file, ...(meaning === 'change' && changesOn ? { changesOn } : {}) })
  }
  return (
    <form onSubmit={submit} className="check-form" noValidate>
      <div>
        <label htmlFor={fileId}>{say(words.file)}</label>
        <input
          id={fileId}
          type="file"
          accept=".xlsx,.xls,.et,.csv,.txt"
          aria-invalid={wrong.file ? true : undefined}
          aria-describedby={wrong.file ? `${fileId}-error` : undefined}
          onChange={(event) => setFile(event.target.files?.[0])}
        />
        {wrong.file ? (
          <p id={`${fileId}-error`} className="field-error">
            {say(wrong.file)}
          </p>
        ) : null}
      </div>
      <fieldset>
        <legend>{say(words.meaning)}</legend>
        {(['correction', 'change'] as const).map((choice) => (
          <label key={choice} className="choice">
            <input
              type="radio"
              name="meaning"
              checked={meaning === choice}
              onChange={() => setMeaning(choice)}
            />{' '}
            {say(words[choice])}{' '}
            <span className="help">{say(choice === 'change' ? words.changeHelp : words.correctionHelp)}</span>
          </label>
        ))}
        {meaning === 'change' ? (
          <label className="row">
            {say(words.changesOn)}
            <DayPicker label={say(words.changesOn)} value={changesOn} onChange={setChangesOn} />
          </label>
        ) : null}
        {wrong.day ? <p className="field-error">{say(wrong.day)}</p> : null}
      </fieldset>
      {check.error ? <ProblemNote error={check.error} /> : null}
      <button type="submit" className="main-button" disabled={check.isPending}>
        {say(check.isPending ? words.checking : words.check)}
      </button>
    </form>
  )
}
