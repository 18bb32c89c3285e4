import type { ReactNode } from 'react'
import { FigureLink } from '../../../platform/web/figure/figure-link.tsx'
import type { SheetValues } from '../../../platform/web/figure/use-sheet.ts'
import { useSay } from '../../../platform/web/language/use-say.ts'
import { type Column, DataTable } from '../../../platform/web/pieces/data-table.tsx'
import type { StaffedCommunity, StaffedPost } from '../contract.ts'
import { communityPosts } from '../terms.ts'
import { PostCell, PostTotals } from './post-cell.tsx'
import { numbersOf, type StaffingNumbers } from './staffing-lines.ts'
import { pageWords, staffingWords as words } from './words.ts'

/** A line of the grid: a community, or all of them together. */
type Line = {
  readonly place: string
  readonly name: ReactNode
  readonly cells: StaffedCommunity['cells']
  readonly numbers: StaffingNumbers | undefined
  readonly total: boolean
}

/** Communities in the order of the tree, posts in the order of the standard; no line stands above another for what is in it. */
export function StaffingGrid(props: {
  posts: readonly StaffedPost[]
  communities: readonly StaffedCommunity[]
  sheet: SheetValues
}) {
  const say = useSay()
  const { posts, communities, sheet } = props
  const at = (place: string) => {
    const numbers = sheet.at(place)
    return numbers && numbersOf(numbers)
  }
  const whole = sheet.node && at(sheet.node.id)
  const lines: Line[] = communities.map(({ place, cells }) => ({
    place: place.id,
    name: place.name,
    cells,
    numbers: at(place.id),
    total: false,
  }))
  if (whole && sheet.node && communities.length > 1)
    lines.push({
      place: sheet.node.id,
      name: <strong>{say(words.total)}</strong>,
      cells: [],
      numbers: whole,
      total: true,
    })
  const columns: Column<Line>[] = [
    { key: 'community', heading: say(pageWords.community), cell: ({ name }) => name },
    ...posts.map(
      ({ post, standard }, index): Column<Line> => ({
        key: post,
        heading: say(standard ? words.needed(communityPosts[post], standard.needed) : communityPosts[post]),
        cell: ({ place, cells, numbers, total }) =>
          total ? (
            <PostTotals numbers={numbers?.of(post)} place={place} />
          ) : (
            <PostCell cell={cells[index]} numbers={numbers?.of(post)} place={place} />
          ),
      }),
    ),
    ...(whole ? [{ key: 'all', heading: say(words.all), cell: (line: Line) => <Whole line={line} /> }] : []),
  ]
  return (
    <section className="section staffing">
      <DataTable
        caption={say(pageWords.staffing)}
        columns={columns}
        rows={lines}
        rowKey={({ place }) => place}
      />
    </section>
  )
}

/** What a community comes to over all posts of the standard; of all communities also how many meet it. */
function Whole({ line: { numbers, place, total } }: { line: Line }) {
  const say = useSay()
  if (!numbers) return null
  const { all, staffed, communities } = numbers
  return (
    <>
      <PostTotals numbers={all} place={place} />{' '}
      <span className={total ? 'cell-line' : undefined}>
        {total ? (
          <>
            {say(words.staffed)} <FigureLink number={staffed} place={place} /> /{' '}
            <FigureLink number={communities} place={place} />
          </>
        ) : (
          say(staffed.value === '1' ? words.met : words.notMet)
        )}
      </span>
    </>
  )
}
