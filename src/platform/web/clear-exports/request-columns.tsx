import type { ClearExport } from '../../ledgers/clear/contract.ts'
import type { Say } from '../language/use-say.ts'
import { asOfText, momentCell } from '../moment/moment-words.ts'
import type { Column } from '../pieces/data-table.tsx'
import { clearWords as words } from './words.ts'

/** What was asked for, by whom and why, and where it stands. */
export function requestColumns(say: Say): Column<ClearExport>[] {
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
      cell: ({ state, decided }) => (
        <>
          {say(words.states[state])}
          {decided ? (
            <div className="help">
              {say(words.decided(decided.agreed, decided.by, momentCell(decided.at)))}
              {decided.reason ? ` ${decided.reason}` : ''}
            </div>
          ) : null}
        </>
      ),
    },
  ]
}
