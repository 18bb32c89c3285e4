import { Link } from '@tanstack/react-router'
import type { RecordType } from '../../../platform/records/record-type.ts'
import type { Text } from '../../../platform/text.ts'
import { useSay } from '../../../platform/web/language/use-say.ts'
import { useMoment } from '../../../platform/web/moment/use-moment.ts'
import { givenIn } from '../../../platform/web/records/form-input.ts'
import { useMe } from '../../../platform/web/session/me.ts'

/** The way to the form of a new record, for those who may record; none while a past knowledge is shown. */
export function NewRecordLink(props: {
  type: RecordType
  words: Text
  /** Said to those who do not see what stands beside it. */
  label?: Text
  given?: Readonly<Record<string, string>>
}) {
  const say = useSay()
  const { permissions } = useMe()
  const { knownAt } = useMoment()
  const { type, words, label, given = {} } = props
  const may = ['records.record', type.permissions.record].every((need) => permissions.includes(need))
  if (!may || knownAt) return null
  return (
    <Link
      to="/records/$type/new"
      params={{ type: type.id }}
      search={{ given: givenIn(given) }}
      className="button screen-only"
      {...(label ? { 'aria-label': say(label) } : {})}
    >
      {say(words)}
    </Link>
  )
}
