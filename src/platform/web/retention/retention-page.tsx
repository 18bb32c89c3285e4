import { useQuery } from '@tanstack/react-query'
import { useSay } from '../language/use-say.ts'
import { Loaded } from '../pieces/loaded.tsx'
import { PageHead } from '../pieces/page-head.tsx'
import { server } from '../rpc/server.ts'
import { useMe } from '../session/me.ts'
import { BatchList } from './batch-list.tsx'
import { DueSection } from './due-section.tsx'
import { HeldTable } from './held-table.tsx'
import { PeriodTable } from './period-table.tsx'
import { retentionWords as words } from './words.ts'

/** What need not be kept any more, by which periods, what is held back, and the erasures that two persons agree on. */
export function RetentionPage() {
  const say = useSay()
  const mayPrepare = useMe().permissions.includes('retention.prepare')
  const overview = useQuery(server.retention.overview.queryOptions())
  return (
    <>
      <PageHead title={say(words.title)} line={say(words.line)} paper="A4 landscape" undated />
      <BatchList />
      <Loaded query={overview}>
        {({ purposes, types, held }) => (
          <>
            <DueSection types={types} mayPrepare={mayPrepare} />
            <HeldTable held={held} mayLift={mayPrepare} />
            <PeriodTable purposes={purposes} maySet={mayPrepare} />
          </>
        )}
      </Loaded>
    </>
  )
}
