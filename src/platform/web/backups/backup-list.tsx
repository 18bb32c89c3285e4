import type { ListedBackup } from '../../backup/contract.ts'
import { useSay } from '../language/use-say.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { chinaTime } from './china-time.ts'
import { backupWords as words } from './words.ts'

export function BackupList({ backups }: { backups: readonly ListedBackup[] }) {
  const say = useSay()
  return (
    <section className="section" aria-label={say(words.list)}>
      <h2>{say(words.list)}</h2>
      {backups.length === 0 ? (
        <p>{say(words.none)}</p>
      ) : (
        <DataTable
          caption={say(words.list)}
          rows={backups}
          rowKey={({ name }) => name}
          columns={[
            { key: 'at', heading: say(words.moment), kind: 'day', cell: ({ at }) => chinaTime(at) },
            {
              key: 'size',
              heading: say(words.size),
              kind: 'numeric',
              cell: ({ bytes }) => (bytes / 1024 / 1024).toFixed(1),
            },
            {
              key: 'checked',
              heading: say(words.checked),
              cell: ({ tables }) => say(tables === null ? words.notCounted : words.readBack(tables)),
            },
            { key: 'name', heading: say(words.name), cell: ({ name }) => <code>{name}</code> },
          ]}
        />
      )}
    </section>
  )
}
