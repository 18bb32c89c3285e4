import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useSheet } from '../../../platform/web/figure/use-sheet.ts'
import { useSay } from '../../../platform/web/language/use-say.ts'
import { dayOf } from '../../../platform/web/moment/moment.ts'
import { asOfText } from '../../../platform/web/moment/moment-words.ts'
import { useMoment } from '../../../platform/web/moment/use-moment.ts'
import { Loaded } from '../../../platform/web/pieces/loaded.tsx'
import { PageHead } from '../../../platform/web/pieces/page-head.tsx'
import { ProblemNote } from '../../../platform/web/pieces/problem-note.tsx'
import type { StaffedCommunity, StaffedPost } from '../contract.ts'
import { NoCommunity } from './no-community.tsx'
import { NoStandard } from './no-standard.tsx'
import { server } from './server.ts'
import { StaffingGrid } from './staffing-grid.tsx'
import { linesOf } from './staffing-lines.ts'
import { pageWords, staffingWords as words } from './words.ts'
import './boards.css'

/** Community by community and post by post: who is there, against what the standard asks for. */
export function StaffingPage() {
  const say = useSay()
  const moment = useMoment()
  const staffing = useQuery(
    server.people.staffing.queryOptions({
      input: dayOf(moment),
      placeholderData: keepPreviousData,
      staleTime: 60_000,
    }),
  )
  return (
    <>
      <PageHead title={say(pageWords.staffing)} line={say(asOfText(moment.asOf))} paper="A4 landscape" />
      <Loaded query={staffing} lines={12}>
        {(answer) => (answer.communities.length === 0 ? <NoCommunity /> : <Staffing {...answer} />)}
      </Loaded>
    </>
  )
}

function Staffing(props: { posts: readonly StaffedPost[]; communities: readonly StaffedCommunity[] }) {
  const say = useSay()
  const { posts, communities } = props
  const lines = useMemo(() => linesOf(posts), [posts])
  const sheet = useSheet(lines, true)
  return (
    <>
      {posts.some(({ standard }) => standard) ? null : <NoStandard />}
      {sheet.error ? <ProblemNote error={sheet.error} /> : null}
      {posts.length === 0 ? (
        <p className="empty">{say(words.nobodyAtAll)}</p>
      ) : (
        <>
          <p className="help">
            {say(words.help)} <span className="screen-only">{say(pageWords.opens)}</span>
          </p>
          <StaffingGrid posts={posts} communities={communities} sheet={sheet} />
        </>
      )}
    </>
  )
}
