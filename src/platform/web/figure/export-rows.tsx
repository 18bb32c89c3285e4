import { useMutation } from '@tanstack/react-query'
import { useLanguage, useSay } from '../language/use-say.ts'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { server } from '../rpc/server.ts'
import { downloadFile } from '../workbooks/download-file.ts'
import { figureWords as words } from './words.ts'

type Question = Omit<Parameters<typeof server.figures.exportRows.call>[0], 'language'>

/** The rows on screen, all pages of them, as a workbook: at the change at which the number beside them was counted. */
export function ExportRows({ question }: { question: Question }) {
  const say = useSay()
  const language = useLanguage()
  const exporting = useMutation({
    mutationFn: async () => downloadFile(await server.figures.exportRows.call({ ...question, language })),
  })
  return (
    <>
      <button
        type="button"
        className="button screen-only"
        disabled={exporting.isPending}
        onClick={() => exporting.mutate()}
      >
        {say(exporting.isPending ? words.exporting : words.exportRows)}
      </button>
      {exporting.error ? <ProblemNote error={exporting.error} /> : null}
    </>
  )
}
