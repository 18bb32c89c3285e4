import type { BackupStatus, ListedBackup } from '../../backup/contract.ts'
import { type Say, useSay } from '../language/use-say.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { chinaTime } from './china-time.ts'
import { restoreWords } from './restore-words.ts'
import { backupWords as words } from './words.ts'

export type BackupActs = {
  readonly check: (name: string) => void
  readonly drill: (name: string) => void
  readonly restore: (backup: ListedBackup) => void
}

export function BackupList(props: {
  backups: readonly ListedBackup[]
  work: BackupStatus['work']
  acts: BackupActs
}) {
  const say = useSay()
  const { backups, work, acts } = props
  const button = (label: typeof words.check, name: typeof words.check, act: () => void) => (
    <button type="button" className="button" aria-label={say(name)} disabled={work !== null} onClick={act}>
      {say(label)}
    </button>
  )
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
            {
              key: 'at',
              heading: say(words.moment),
              kind: 'day',
              cell: ({ at, name, earlier }) => (
                <>
                  {chinaTime(at)}
                  <div className="help">
                    <code>{name}</code>
                  </div>
                  {earlier ? <div className="help">{say(words.earlier)}</div> : null}
                </>
              ),
            },
            {
              key: 'size',
              heading: say(words.size),
              kind: 'numeric',
              cell: ({ bytes }) => (bytes / 1024 / 1024).toFixed(1),
            },
            {
              key: 'enciphered',
              heading: say(words.cipherShort),
              cell: ({ enciphered }) => say(enciphered ? words.yes : words.no),
            },
            {
              key: 'checked',
              heading: say(words.checked),
              cell: ({ tables }) => say(tables === null ? words.notCounted : words.readBack(tables)),
            },
            { key: 'proof', heading: say(words.proof), cell: ({ proof }) => proofWords(say, proof) },
            {
              key: 'acts',
              heading: say(words.acts),
              cell: (backup) => {
                const at = chinaTime(backup.at)
                return (
                  <span className="row">
                    {button(words.check, words.checkNamed(at), () => acts.check(backup.name))}
                    {button(words.drill, words.drillNamed(at), () => acts.drill(backup.name))}
                    {button(restoreWords.restore, restoreWords.restoreNamed(at), () => acts.restore(backup))}
                  </span>
                )
              },
            },
          ]}
        />
      )}
    </section>
  )
}

function proofWords(say: Say, proof: ListedBackup['proof']): string {
  if (!proof) return say(words.neverTried)
  const at = chinaTime(proof.at)
  if (proof.failure) return say(words.notSound(at, proof.failure))
  return say(proof.kind === 'check' ? words.checkedOn(at) : words.drilledOn(at, proof.tables))
}
