import { useSay } from '../../../../platform/web/language/use-say.ts'
import { DataTable } from '../../../../platform/web/pieces/data-table.tsx'
import type { Text } from '../../../../platform/text.ts'
import type { ElectedTo } from '../../rules/elections/confirmation/plan-holdings.ts'
import { electionWords as words } from './words.ts'

/** Who was elected to what. Whether somebody serves full time is not in the count, so it is said here. */
export function ConfirmedPosts(props: {
  posts: readonly ElectedTo[]
  postWords: Readonly<Record<string, Text>>
  fullTime: readonly string[]
  onFullTime?: (person: string, yes: boolean) => void
}) {
  const say = useSay()
  const { posts, postWords, fullTime, onFullTime } = props
  return (
    <DataTable
      caption={say(words.willStand)}
      rows={posts}
      rowKey={({ personId }) => personId}
      columns={[
        { key: 'name', heading: say(words.name), cell: ({ name }) => name },
        { key: 'post', heading: say(words.post), cell: ({ post }) => say(postWords[post] as Text) },
        { key: 'on', heading: say(words.voteDay), kind: 'day', cell: ({ on }) => on },
        ...(onFullTime
          ? [
              {
                key: 'fullTime',
                heading: say(words.fullTime),
                cell: ({ personId, name }: ElectedTo) => (
                  <input
                    type="checkbox"
                    aria-label={`${say(words.fullTime)} ${name}`}
                    checked={fullTime.includes(personId)}
                    onChange={(event) => onFullTime(personId, event.target.checked)}
                  />
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
