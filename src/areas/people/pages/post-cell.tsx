import { Fragment } from 'react'
import { outside } from '../../../platform/records/outside.ts'
import type { Day } from '../../../platform/values/day.ts'
import { FigureLink } from '../../../platform/web/figure/figure-link.tsx'
import { useSay } from '../../../platform/web/language/use-say.ts'
import { RecordLink } from '../../../platform/web/records/record-link.tsx'
import type { StaffedCommunity } from '../contract.ts'
import { communityPostType } from '../records.ts'
import type { PostNumbers } from './staffing-lines.ts'
import { staffingWords as words } from './words.ts'

type Numbers = { numbers: PostNumbers | undefined; place: string }

/** Who holds a post in a community, how many of those that it needs, and since when one is missing. */
export function PostCell({ cell, ...of }: Numbers & { cell: StaffedCommunity['cells'][number] | undefined }) {
  const say = useSay()
  const { holders = [], vacantSince = null } = cell ?? {}
  return (
    <>
      {holders.length === 0 ? <span className="help">{say(words.nobody)}</span> : null}
      {holders.map(({ id, name }, index) => (
        <Fragment key={id}>
          {index > 0 ? say(words.and) : null}
          <RecordLink type={communityPostType.id} id={id}>
            {name ?? say(outside)}
          </RecordLink>
        </Fragment>
      ))}{' '}
      <PostTotals {...of} vacantSince={vacantSince} />
    </>
  )
}

/** Filled of needed; what is vacant, where anything is, and since when. */
export function PostTotals({ numbers, place, vacantSince = null }: Numbers & { vacantSince?: Day | null }) {
  const say = useSay()
  const since = vacantSince ? say(words.since(vacantSince)) : null
  if (!numbers)
    return since ? (
      <span className="cell-line">
        {say(words.vacant)} {since}
      </span>
    ) : null
  const { filled, needed, vacant } = numbers
  return (
    <>
      <span className="post-count">
        <FigureLink number={filled} place={place} /> / <FigureLink number={needed} place={place} />
      </span>
      {vacant.value === '0' ? null : (
        <span className="cell-line vacant">
          {say(words.vacant)} <FigureLink number={vacant} place={place} /> {since}
        </span>
      )}
    </>
  )
}
