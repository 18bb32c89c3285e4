import { useSay } from '../language/use-say.ts'
import { backupWords as words } from './words.ts'

const example = " --to '2026-11-26 17:30'"

/** Where there is no page to restore from: at the server, with the program stopped. */
export function RestoreSteps({ folder }: { folder: string }) {
  const say = useSay()
  const command = `./xiaoma restore '${folder}' --aside`
  return (
    <section className="section" aria-labelledby="restore-steps">
      <h2 id="restore-steps">{say(words.restoring)}</h2>
      <p>{say(words.restoringLine)}</p>
      <ol>
        <li>{say(words.stopProgram)}</li>
        <li>
          {say(words.runCommand)}
          <pre className="backup-command">{command}</pre>
          {say(words.toMoment)}
          <pre className="backup-command">{command + example}</pre>
        </li>
        <li>{say(words.startAgain)}</li>
      </ol>
      <p>{say(words.erasures)}</p>
    </section>
  )
}
