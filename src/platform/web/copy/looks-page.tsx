import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useSay } from '../language/use-say.ts'
import { Loaded } from '../pieces/loaded.tsx'
import { PageHead } from '../pieces/page-head.tsx'
import { server } from '../rpc/server.ts'
import { looksRoute } from './copy-route.ts'
import { LookTable } from './look-table.tsx'
import { copyWords as words } from './words.ts'

/** Who looked at the file of one person: the answer to that question, without what is in the file. */
export function LooksPage() {
  const say = useSay()
  const { type, id } = looksRoute.useParams()
  const looks = useQuery(server.copies.looks.queryOptions({ input: { type, id } }))
  return (
    <Loaded query={looks} lines={8}>
      {({ title, ...looked }) => (
        <>
          <PageHead title={say(words.looksOf(title))} line={say(words.looksLine)} paper="A4 portrait" undated>
            <Link to="/records/$type/$id" params={{ type, id }} className="button">
              {say(words.back)}
            </Link>
          </PageHead>
          <LookTable {...looked} />
        </>
      )}
    </Loaded>
  )
}
