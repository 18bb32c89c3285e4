import { server } from '../rpc/server.ts'
import { FileButton } from '../workbooks/file-button.tsx'
import { figureWords as words } from './words.ts'

type Question = Omit<Parameters<typeof server.figures.exportRows.call>[0], 'language'>

/** The rows on screen, all pages of them, as a workbook: at the change at which the number beside them was counted. */
export function ExportRows({ question }: { question: Question }) {
  return (
    <FileButton
      label={words.exportRows}
      busy={words.exporting}
      className="button screen-only"
      file={(language) => server.figures.exportRows.call({ ...question, language })}
    />
  )
}
