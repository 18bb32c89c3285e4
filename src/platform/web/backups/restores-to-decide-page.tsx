import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RestoreRequest } from '../../backup/restore-contract.ts'
import { useSay } from '../language/use-say.ts'
import { Loaded } from '../pieces/loaded.tsx'
import { PageHead } from '../pieces/page-head.tsx'
import { server } from '../rpc/server.ts'
import { DecideRestoreForm } from './decide-restore-form.tsx'
import { RestoreRequests } from './restore-requests.tsx'
import { restoreWords as words } from './restore-words.ts'
import './backups.css'

/** The restores that wait for a second person, and those that were decided. */
export function RestoresToDecidePage() {
  const say = useSay()
  const [open, setOpen] = useState<RestoreRequest | null>(null)
  const requests = useQuery(server.backup.restoresToDecide.queryOptions({ refetchInterval: 15_000 }))
  const action = (request: RestoreRequest) =>
    request.state === 'waiting' ? (
      <button type="button" className="button" onClick={() => setOpen(request)}>
        {say(words.decide)}
      </button>
    ) : null
  return (
    <>
      <PageHead title={say(words.decideTitle)} line={say(words.decideLine)} paper="A4 landscape" undated />
      {open ? <DecideRestoreForm key={open.id} request={open} leave={() => setOpen(null)} /> : null}
      <section className="section" aria-label={say(words.decideTitle)}>
        <Loaded query={requests}>
          {({ requests: all }) =>
            all.length === 0 ? (
              <p className="empty">{say(words.noneToDecide)}</p>
            ) : (
              <RestoreRequests caption={say(words.decideTitle)} requests={all} action={action} />
            )
          }
        </Loaded>
      </section>
    </>
  )
}
