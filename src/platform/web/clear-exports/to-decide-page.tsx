import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ClearExport } from '../../ledgers/clear/contract.ts'
import { useSay } from '../language/use-say.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { Loaded } from '../pieces/loaded.tsx'
import { PageHead } from '../pieces/page-head.tsx'
import { server } from '../rpc/server.ts'
import { DecideForm } from './decide-form.tsx'
import { requestColumns } from './request-columns.tsx'
import { clearWords as words } from './words.ts'

/** What waits for a second person, and what was decided. */
export function ToDecidePage() {
  const say = useSay()
  const [open, setOpen] = useState<ClearExport | null>(null)
  const requests = useQuery(server.clearExports.toDecide.queryOptions())
  const action = (request: ClearExport) =>
    request.state === 'waiting' ? (
      <button type="button" className="button" onClick={() => setOpen(request)}>
        {say(words.decide)}
      </button>
    ) : null
  return (
    <>
      <PageHead title={say(words.decideTitle)} line={say(words.decideLine)} paper="A4 landscape" undated />
      {open ? <DecideForm key={open.id} request={open} leave={() => setOpen(null)} /> : null}
      <section className="section" aria-label={say(words.decideTitle)}>
        <Loaded query={requests}>
          {({ exports }) =>
            exports.length === 0 ? (
              <p className="empty">{say(words.noneToDecide)}</p>
            ) : (
              <DataTable<ClearExport>
                caption={say(words.decideTitle)}
                rows={exports}
                rowKey={({ id }) => id}
                columns={requestColumns(say, action)}
              />
            )
          }
        </Loaded>
      </section>
    </>
  )
}
