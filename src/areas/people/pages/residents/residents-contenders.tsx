import { useSay } from '../../../../platform/web/language/use-say.ts'
import { type Column, DataTable } from '../../../../platform/web/pieces/data-table.tsx'
import type { ResidentsBallotView } from '../../residents-view-schema.ts'
import { nominators } from '../../terms.ts'
import { electionWords } from '../election/words.ts'
import { residentsWords as words } from './words.ts'

type Contender = ResidentsBallotView['contenders'][number]

/** Who stands in a round and by whom nominated, in the order of the list, with the votes once it is counted. */
export function ResidentsContenders(props: {
  ballot: ResidentsBallotView
  caption: string
  moveUp?: (candidacy: string) => void
}) {
  const say = useSay()
  const { ballot, caption, moveUp } = props
  const counted: Column<Contender>[] = [
    { key: 'votes', heading: say(words.votes), kind: 'numeric', cell: ({ votes }) => votes },
    {
      key: 'outcome',
      heading: say(electionWords.result),
      cell: ({ outcome, elected }) =>
        outcome ? elected ? <strong>{say(outcome)}</strong> : say(outcome) : null,
    },
  ]
  const move: Column<Contender> = {
    key: 'move',
    heading: say(electionWords.order),
    cell: ({ candidacy, name, position }) =>
      position !== null && position > 1 ? (
        <button
          type="button"
          className="plain-button"
          aria-label={say(electionWords.up(name))}
          onClick={() => moveUp?.(candidacy)}
        >
          ↑
        </button>
      ) : null,
  }
  return (
    <DataTable
      caption={caption}
      rows={ballot.contenders}
      rowKey={({ personId }) => personId}
      columns={[
        {
          key: 'name',
          heading: say(electionWords.name),
          cell: ({ position, name, movedByHand, way }) => (
            <>
              {position === null ? null : `${position}. `}
              {name} {movedByHand ? <span className="tag">{say(electionWords.movedByHand)}</span> : null}
              {way === 'write_in' ? <span className="tag">{say(electionWords.writtenIn)}</span> : null}
            </>
          ),
        },
        {
          key: 'nominated',
          heading: say(words.nominated),
          cell: ({ nominatedBy, nominators: count }) =>
            nominatedBy === 'voters'
              ? say(words.nominatedByVoters(count))
              : nominatedBy
                ? say(nominators[nominatedBy])
                : null,
        },
        ...(ballot.on ? counted : []),
        ...(moveUp ? [move] : []),
      ]}
    />
  )
}
