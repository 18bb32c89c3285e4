import { useSay } from '../../../../platform/web/language/use-say.ts'
import { type Column, DataTable } from '../../../../platform/web/pieces/data-table.tsx'
import type { ElectionBallotView } from '../../election-view-schema.ts'
import { electionWords as words } from './words.ts'

type Contender = ElectionBallotView['contenders'][number]

/** Who stands in a round, in the order of the list, with the votes once it is counted. */
export function ContenderTable(props: {
  ballot: ElectionBallotView
  caption: string
  moveUp?: (candidacy: string) => void
}) {
  const say = useSay()
  const { ballot, caption, moveUp } = props
  const votes: Column<Contender>[] = [
    {
      key: 'for',
      heading: say(words.votesFor),
      kind: 'numeric',
      cell: ({ votes: own }) => own?.for,
    },
    {
      key: 'against',
      heading: say(words.votesAgainst),
      kind: 'numeric',
      cell: ({ votes: own, way }) => (way === 'candidate' ? own?.against : null),
    },
    {
      key: 'abstained',
      heading: say(words.abstained),
      kind: 'numeric',
      cell: ({ votes: own, way }) => (way === 'candidate' ? own?.abstain : null),
    },
    {
      key: 'outcome',
      heading: say(words.result),
      cell: ({ outcome, elected }) =>
        outcome ? elected ? <strong>{say(outcome)}</strong> : say(outcome) : null,
    },
  ]
  const move: Column<Contender> = {
    key: 'move',
    heading: say(words.order),
    cell: ({ candidacy, name, position }) =>
      position !== null && position > 1 ? (
        <button
          type="button"
          className="plain-button"
          aria-label={say(words.up(name))}
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
          heading: say(words.name),
          cell: ({ position, name, movedByHand, way }) => (
            <>
              {position === null ? null : `${position}. `}
              {name} {movedByHand ? <span className="tag">{say(words.movedByHand)}</span> : null}
              {way === 'write_in' ? <span className="tag">{say(words.writtenIn)}</span> : null}
            </>
          ),
        },
        ...(ballot.on ? votes : []),
        ...(moveUp ? [move] : []),
      ]}
    />
  )
}
