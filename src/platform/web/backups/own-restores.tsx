import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BackupStatus } from '../../backup/contract.ts'
import type { RestoreRequest } from '../../backup/restore-contract.ts'
import { useSay } from '../language/use-say.ts'
import { Loaded } from '../pieces/loaded.tsx'
import { server } from '../rpc/server.ts'
import { BeginRestoreForm } from './begin-restore-form.tsx'
import { RestoreRequests } from './restore-requests.tsx'
import { restoreWords as words } from './restore-words.ts'

/** The restores that were asked for; one that was agreed to can be begun. */
export function OwnRestores({ work }: { work: BackupStatus['work'] }) {
  const say = useSay()
  const [open, setOpen] = useState<RestoreRequest | null>(null)
  const requests = useQuery(server.backup.restores.queryOptions({ refetchInterval: work ? 2000 : 15_000 }))
  const action = (request: RestoreRequest) =>
    request.state === 'ready' ? (
      <button type="button" className="button" disabled={work !== null} onClick={() => setOpen(request)}>
        {say(words.begin)}
      </button>
    ) : null
  return (
    <>
      {open ? <BeginRestoreForm key={open.id} request={open} leave={() => setOpen(null)} /> : null}
      <section className="section" aria-label={say(words.requests)}>
        <h2>{say(words.requests)}</h2>
        <Loaded query={requests}>
          {({ requests: all }) =>
            all.length === 0 ? (
              <p>{say(words.noRequests)}</p>
            ) : (
              <RestoreRequests caption={say(words.requests)} requests={all} action={action} />
            )
          }
        </Loaded>
      </section>
    </>
  )
}
