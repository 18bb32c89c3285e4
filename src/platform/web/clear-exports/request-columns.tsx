import type { ReactNode } from 'react'
import type { ClearExport } from '../../ledgers/clear/contract.ts'
import { type Say, useSay } from '../language/use-say.ts'
import { asOfText, momentCell } from '../moment/moment-words.ts'
import type { Column } from '../pieces/data-table.tsx'
import { clearWords as words } from './words.ts'

/** What was asked for, by whom and why, where it stands, and what can be done about it. */
export function requestColumns(say: Say, action: (request: ClearExport) => ReactNode): Column<ClearExport>[] {
  return [
    {
      key: 'what',
      heading: say(words.what),
      cell: ({ ledger, place, asOf, rows }) => (
        <>
          {say(ledger.title)}
          <div className="help">
            {[
              place ?? say(words.allPlaces),
              say(asOf ? asOfText(asOf) : words.allDays),
              say(words.rows(rows)),
            ].join(' · ')}
          </div>
        </>
      ),
    },
    {
      key: 'fields',
      heading: say(words.fields),
      cell: ({ fields }) => fields.map((field) => say(field)).join(say({ zh: '、', en: ', ' })),
    },
    { key: 'reason', heading: say(words.reason), cell: ({ reason }) => reason },
    { key: 'by', heading: say(words.askedBy), cell: ({ asked }) => asked.by },
    { key: 'at', heading: say(words.askedAt), kind: 'day', cell: ({ asked }) => momentCell(asked.at) },
    {
      key: 'state',
      heading: say(words.state),
      cell: (request) => (
        <>
          {say(words.states[request.state])} {action(request)}
          {request.decided ? <Decision decided={request.decided} /> : null}
        </>
      ),
    },
  ]
}

function Decision({ decided }: { decided: NonNullable<ClearExport['decided']> }) {
  const say = useSay()
  return (
    <div className="help">
      {say(words.decided(decided.agreed, decided.by, momentCell(decided.at)))}
      {decided.reason ? ` ${decided.reason}` : ''}
    </div>
  )
}
