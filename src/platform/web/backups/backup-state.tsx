import type { BackupStatus } from '../../backup/contract.ts'
import { useSay } from '../language/use-say.ts'
import { chinaTime } from './china-time.ts'
import { backupWords as words } from './words.ts'

/** The last backup, the next, and where they go; what is wrong first. */
export function BackupState({ kept }: { kept: NonNullable<BackupStatus['kept']> }) {
  const say = useSay()
  const { backups, next, folder, keep, enciphered, sameDisk, failure, drilled } = kept
  const [latest] = backups
  const oldest = backups.filter(({ earlier }) => !earlier).at(-1)
  const facts = [
    [words.last, latest ? chinaTime(latest.at) : say(words.noneYet)],
    ...(oldest ? [[words.reachLabel, say(words.reach(chinaTime(oldest.at)))] as const] : []),
    [
      words.lastDrill,
      say(drilled ? words.drilledBackup(chinaTime(drilled.at), drilled.backup) : words.neverDrilled),
    ],
    [words.next, next ? chinaTime(next) : say(words.neverByItself)],
    [words.folder, folder],
    [words.keep, String(keep)],
    [words.cipher, say(enciphered ? words.enciphered : words.plain)],
  ] as const
  return (
    <section className="section backup-state" aria-label={say(words.state)}>
      {failure ? (
        <p className="note problem" role="alert">
          {say(words.failed(chinaTime(failure.at), failure.words))}
        </p>
      ) : null}
      {sameDisk ? <p className="note">{say(words.sameDisk)}</p> : null}
      <dl className="backup-facts">
        {facts.map(([label, value]) => (
          <div key={label.en}>
            <dt>{say(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
