import { useSay } from '../language/use-say.ts'
import { backupWords as words } from './words.ts'

const commandFor = (folder: string) => `./xiaoma restore '${folder}' --aside`

/** Where what was there before each restore lies, and how to go back to it. */
export function SetAside({ folders }: { folders: readonly string[] }) {
  const say = useSay()
  if (folders.length === 0) return null
  return (
    <section className="section" aria-labelledby="set-aside">
      <h2 id="set-aside">{say(words.aside)}</h2>
      <p>{say(words.asideLine)}</p>
      {folders.map((folder) => (
        <pre key={folder} className="backup-command">
          {commandFor(folder)}
        </pre>
      ))}
    </section>
  )
}
