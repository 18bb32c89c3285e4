import { useMutation } from '@tanstack/react-query'
import { useLanguage, useSay } from '../language/use-say.ts'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { server } from '../rpc/server.ts'
import { useMe } from '../session/me.ts'
import { downloadFile } from '../workbooks/download-file.ts'
import { workbookWords } from '../workbooks/words.ts'
import { recordWords as words } from './words.ts'

type Input = Parameters<typeof server.ledgers.exportList.call>[0]

/** Exports the list as it stands on screen: its filters, order and columns. */
export function ExportListButton({ list, columns }: { list: Input; columns: readonly string[] }) {
  const say = useSay()
  const me = useMe()
  const language = useLanguage()
  const exporting = useMutation({
    mutationFn: async () =>
      downloadFile(await server.ledgers.exportList.call({ ...list, language, columns: [...columns] })),
  })
  if (!me.permissions.includes('ledgers.export')) return null
  return (
    <>
      <button
        type="button"
        className="button"
        title={say(words.exportHelp)}
        disabled={exporting.isPending}
        onClick={() => exporting.mutate()}
      >
        {say(exporting.isPending ? workbookWords.exporting : words.export)}
      </button>
      {exporting.error ? <ProblemNote error={exporting.error} /> : null}
    </>
  )
}
