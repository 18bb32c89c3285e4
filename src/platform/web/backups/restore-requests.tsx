import type { ReactNode } from 'react'
import type { RestoreRequest } from '../../backup/restore-contract.ts'
import { type Say, useSay } from '../language/use-say.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { chinaTime } from './china-time.ts'
import { restoreWords as words } from './restore-words.ts'

/** What was asked for, by whom and why, where it stands, and what can be done about it. */
export function RestoreRequests(props: {
  caption: string
  requests: readonly RestoreRequest[]
  action: (request: RestoreRequest) => ReactNode
}) {
  const say = useSay()
  const { caption, requests, action } = props
  return (
    <DataTable<RestoreRequest>
      caption={caption}
      rows={requests}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'what',
          heading: say(words.toWhat),
          cell: ({ backup, target }) => (
            <>
              {target ? chinaTime(target) : say(words.wholeBackup)}
              <div className="help">{say(words.ofBackup(backup))}</div>
            </>
          ),
        },
        { key: 'reason', heading: say(words.reason), cell: ({ reason }) => reason },
        { key: 'by', heading: say(words.by), cell: ({ asked }) => asked.by },
        { key: 'at', heading: say(words.askedAt), kind: 'day', cell: ({ asked }) => chinaTime(asked.at) },
        {
          key: 'state',
          heading: say(words.state),
          cell: (request) => (
            <>
              {say(words.states[request.state])} {action(request)}
              {stepsOf(say, request).map((step) => (
                <div key={step} className="help">
                  {step}
                </div>
              ))}
            </>
          ),
        },
      ]}
    />
  )
}

const stepsOf = (say: Say, { decided, begun, failure }: RestoreRequest): string[] => [
  ...(decided
    ? [
        `${say(words.decided(decided.agreed, decided.by, chinaTime(decided.at)))} ${decided.reason ?? ''}`.trim(),
      ]
    : []),
  ...(begun ? [say(words.begun(begun.by, chinaTime(begun.at)))] : []),
  ...(failure ? [say(failure)] : []),
]
