import { server } from '../rpc/server.ts'
import { useMe } from '../session/me.ts'
import { FileButton } from '../workbooks/file-button.tsx'
import { workbookWords } from '../workbooks/words.ts'
import { recordWords as words } from './words.ts'

type Input = Parameters<typeof server.ledgers.exportList.call>[0]

/** Exports the list as it stands on screen: its filters, order and columns. */
export function ExportListButton({ list, columns }: { list: Input; columns: readonly string[] }) {
  const me = useMe()
  if (!me.permissions.includes('ledgers.export')) return null
  return (
    <FileButton
      label={words.export}
      busy={workbookWords.exporting}
      title={words.exportHelp}
      file={(language) => server.ledgers.exportList.call({ ...list, language, columns: [...columns] })}
    />
  )
}
