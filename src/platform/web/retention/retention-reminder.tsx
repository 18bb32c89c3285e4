import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useSay } from '../language/use-say.ts'
import { server } from '../rpc/server.ts'
import { useMe } from '../session/me.ts'
import { retentionWords as words } from './words.ts'

/** What the search of the night found, to who proposes erasures; what others proposed, to who decides. */
export function RetentionReminder() {
  const say = useSay()
  const { permissions } = useMe()
  const reminder = useQuery(
    server.retention.reminder.queryOptions({
      staleTime: 300_000,
      enabled: permissions.includes('retention.see'),
    }),
  )
  if (!reminder.data) return null
  const { due, toDecide } = reminder.data
  const told = [
    ...(due > 0 && permissions.includes('retention.prepare') ? [words.reminderDue(due)] : []),
    ...(toDecide > 0 ? [words.reminderDecide(toDecide)] : []),
  ]
  if (told.length === 0) return null
  return (
    <p className="note screen-only">
      {told.map((one) => say(one)).join(' ')} <Link to="/retention">{say(words.reminderLink)}</Link>
    </p>
  )
}
