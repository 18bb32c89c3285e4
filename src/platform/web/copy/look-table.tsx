import type { RecordLooks } from '../../records/copy/contract.ts'
import { useSay } from '../language/use-say.ts'
import { momentCell } from '../moment/moment-words.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { pieceWords } from '../pieces/words.ts'
import { copyWords as words } from './words.ts'

type Look = RecordLooks['looks'][number]

/** Who wrote, opened, saw or exported, when and why, the newest first. */
export function LookTable({ looks, more }: Pick<RecordLooks, 'looks' | 'more'>) {
  const say = useSay()
  return (
    <>
      {looks.length === 0 ? (
        <p className="empty">{say(words.noLooks)}</p>
      ) : (
        <DataTable<Look>
          caption={say(words.looks)}
          rows={looks}
          rowKey={({ at }, nth) => `${at} ${nth}`}
          columns={[
            { key: 'at', heading: say(words.at), kind: 'day', cell: ({ at }) => momentCell(at) },
            { key: 'by', heading: say(words.by), cell: ({ by }) => by },
            {
              key: 'what',
              heading: say(words.what),
              cell: ({ kind, field }) => say(field ? words.saw(field) : words.kinds[kind]),
            },
            { key: 'why', heading: say(words.why), cell: (look) => look.reason ?? say(pieceWords.none) },
          ]}
        />
      )}
      {more > 0 ? <p className="help">{say(words.older(more))}</p> : null}
      <p className="help">{say(words.note)}</p>
    </>
  )
}
