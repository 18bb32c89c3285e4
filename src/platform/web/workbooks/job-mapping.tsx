import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportJob } from '../../ledgers/contract.ts'
import { useSay } from '../language/use-say.ts'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { server } from '../rpc/server.ts'
import { type Chosen, judge, offeredFor } from './chosen-columns.ts'
import { mappingWords as words } from './mapping-words.ts'
import { SheetColumns } from './sheet-columns.tsx'
import { useLedgers } from './use-export.ts'

const changeable = new Set<ImportJob['state']>(['checked', 'refused'])

/** Asks which column of the workbook is which; later says how they were read, and lets that be changed. */
export function JobMapping({ job }: { job: ImportJob }) {
  const say = useSay()
  const own = job.mappings.filter(({ columns }) => columns.some(({ because }) => because !== 'exact'))
  if (job.state === 'mapping') {
    return (
      <section className="mapping">
        <p>{say(words.explain)}</p>
        <MappingForm job={job} />
      </section>
    )
  }
  if (!changeable.has(job.state) || own.length === 0) return null
  const before = own.find(({ confirmed }) => confirmed !== null)?.confirmed
  return (
    <details className="column-notes mapping">
      <summary>
        {say(before ? words.remembered(before.by, before.at) : words.asConfirmed)} · {say(words.change)}
      </summary>
      <MappingForm job={job} />
    </details>
  )
}

function MappingForm({ job }: { job: ImportJob }) {
  const say = useSay()
  const client = useQueryClient()
  const ledgers = (useLedgers().data?.ledgers ?? []).filter(({ mayImport }) => mayImport)
  const [chosen, setChosen] = useState<Readonly<Record<string, Chosen>>>({})
  const [tried, setTried] = useState(false)
  const confirm = useMutation({
    mutationFn: (input: Parameters<typeof server.ledgers.map.call>[0]) => server.ledgers.map.call(input),
    onSuccess: (next) => {
      setTried(false)
      client.setQueryData(server.ledgers.progress.queryKey({ input: { id: job.id } }), next)
    },
  })
  const choiceOf = (mapping: ImportJob['mappings'][number]) => chosen[mapping.sheet] ?? offeredFor(mapping)
  const all = job.mappings.map((mapping) => {
    const choice = choiceOf(mapping)
    const ledger = ledgers.find(({ id }) => id === choice.ledger)
    return { mapping, choice, ledger, judged: judge(ledger, choice) }
  })
  const nothing = all.every(({ ledger }) => ledger === undefined)
  const wrong = nothing || all.some(({ judged }) => judged.missing.length > 0 || judged.twice.length > 0)
  const send = () => {
    setTried(true)
    if (wrong) return
    const sheets = all.map(({ mapping, choice }) => ({
      sheet: mapping.sheet,
      ledger: choice.ledger,
      columns: mapping.columns.map(({ at }) => ({ at, key: choice.keys[at] ?? null })),
    }))
    confirm.mutate({ id: job.id, sheets })
  }
  return (
    <>
      {all.map(({ mapping, choice, ledger, judged }) => (
        <SheetColumns
          key={mapping.sheet}
          mapping={mapping}
          ledgers={ledgers}
          ledger={ledger}
          chosen={choice}
          judged={judged}
          onChange={(next) => setChosen({ ...chosen, [mapping.sheet]: next })}
        />
      ))}
      {tried && nothing ? <p className="field-error">{say(words.nothing)}</p> : null}
      {confirm.error ? <ProblemNote error={confirm.error} /> : null}
      <button type="button" className="main-button" disabled={confirm.isPending} onClick={send}>
        {say(confirm.isPending ? words.confirming : words.confirm)}
      </button>
    </>
  )
}
