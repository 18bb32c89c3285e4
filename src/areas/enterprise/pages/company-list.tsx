import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSay } from '../../../platform/web/language/use-say.ts'
import { dayOf } from '../../../platform/web/moment/moment.ts'
import { useMoment } from '../../../platform/web/moment/use-moment.ts'
import { Loaded } from '../../../platform/web/pieces/loaded.tsx'
import { Pager } from '../../../platform/web/pieces/pager.tsx'
import { useCursors } from '../../../platform/web/pieces/use-cursors.ts'
import { CompanyTable } from './company-table.tsx'
import { server } from './server.ts'
import { pairingWords as words } from './words-zones.ts'

/** The companies of the place and zone, those with nobody or all, a page at a time. */
export function CompanyList({ zone, which }: { zone: string | undefined; which: 'nobody' | 'all' }) {
  const say = useSay()
  const moment = useMoment()
  const [size, setSize] = useState(20)
  const asked = { ...dayOf(moment), ...(zone ? { zone } : {}), which, limit: size }
  const cursors = useCursors(JSON.stringify(asked))
  const companies = useQuery(
    server.enterprise.companies.queryOptions({
      input: { ...asked, ...(cursors.cursor ? { cursor: cursors.cursor } : {}) },
      placeholderData: keepPreviousData,
      staleTime: 60_000,
    }),
  )
  const title = say(which === 'all' ? words.all : words.onlyNobody)
  return (
    <section className="section" aria-labelledby="companies">
      <h2 id="companies">{title}</h2>
      <Loaded query={companies} lines={8}>
        {({ companies: shown, total, nextCursor }) =>
          total === 0 ? (
            <p className="empty">{say(words.nobodyLeft)}</p>
          ) : (
            <>
              <p className="help">{say(words.spare)}</p>
              <CompanyTable companies={shown} caption={title} withPaired={which === 'all'} />
              <Pager
                cursors={cursors}
                size={size}
                shown={shown.length}
                total={total}
                next={nextCursor}
                onSize={setSize}
                of={title}
              />
            </>
          )
        }
      </Loaded>
    </section>
  )
}
