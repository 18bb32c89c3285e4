import { useSay } from '../language/use-say.ts'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { recordWords } from '../records/words.ts'
import { useExport, useLedgers } from './use-export.ts'
import { workbookWords as words } from './words.ts'

/** Exports the ledger of a record type, where there is one and the account may. */
export function ExportButton({ ledger }: { ledger: string }) {
  const say = useSay()
  const ledgers = useLedgers()
  const exporting = useExport()
  const may = ledgers.data?.ledgers.find((candidate) => candidate.id === ledger)?.mayExport
  if (!may) return null
  return (
    <>
      <button
        type="button"
        className="button"
        title={say(recordWords.exportHelp)}
        disabled={exporting.isPending}
        onClick={() => exporting.mutate(ledger)}
      >
        {say(exporting.isPending ? words.exporting : recordWords.export)}
      </button>
      {exporting.error ? <ProblemNote error={exporting.error} /> : null}
    </>
  )
}
