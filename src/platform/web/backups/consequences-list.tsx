import { useQuery } from '@tanstack/react-query'
import { useSay } from '../language/use-say.ts'
import { Loaded } from '../pieces/loaded.tsx'
import { server } from '../rpc/server.ts'
import { chinaTime } from './china-time.ts'
import { restoreWords as words } from './restore-words.ts'

/** What a restore would do, in words: before it is asked for, and before it is begun. */
export function ConsequencesList({ backup, target }: { backup: string; target: string | null }) {
  const say = useSay()
  const query = useQuery(server.backup.consequences.queryOptions({ input: { backup, target } }))
  return (
    <Loaded query={query} lines={6}>
      {({ at, changes, lastChange, accounts, erasures }) => (
        <>
          <h3>{say(words.consequences)}</h3>
          <ul>
            <li>{say(words.asOf(chinaTime(at)))}</li>
            <li>{say(words.changes(changes, lastChange && chinaTime(lastChange)))}</li>
            <li>{say(words.accounts(accounts))}</li>
            <li>{say(words.erasures(erasures))}</li>
            <li>{say(words.keptAside)}</li>
            <li>{say(words.signOut)}</li>
          </ul>
        </>
      )}
    </Loaded>
  )
}
