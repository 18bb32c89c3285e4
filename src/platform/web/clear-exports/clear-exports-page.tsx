import { useQuery } from '@tanstack/react-query'
import type { ClearExport } from '../../ledgers/clear/contract.ts'
import { useSay } from '../language/use-say.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { Loaded } from '../pieces/loaded.tsx'
import { PageHead } from '../pieces/page-head.tsx'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { downloadFile } from '../workbooks/download-file.ts'
import { AskForm } from './ask-form.tsx'
import { requestColumns } from './request-columns.tsx'
import { clearWords as words } from './words.ts'

/** What somebody asks for and asked for, and the files that may be taken. */
export function ClearExportsPage() {
  const say = useSay()
  const own = useQuery(server.clearExports.own.queryOptions())
  const take = useAct(async (id: string) => downloadFile(await server.clearExports.take.call({ id })))
  const action = ({ id, state }: ClearExport) =>
    state === 'ready' ? (
      <button type="button" className="button" disabled={take.isPending} onClick={() => take.mutate(id)}>
        {say(take.isPending && take.variables === id ? words.taking : words.take)}
      </button>
    ) : null
  return (
    <>
      <PageHead title={say(words.title)} line={say(words.line)} paper="A4 landscape" />
      <AskForm />
      <section className="section" aria-labelledby="own">
        <h2 id="own">{say(words.own)}</h2>
        {take.error ? <ProblemNote error={take.error} /> : null}
        <Loaded query={own}>
          {({ exports }) =>
            exports.length === 0 ? (
              <p className="empty">{say(words.noneOwn)}</p>
            ) : (
              <DataTable<ClearExport>
                caption={say(words.own)}
                rows={exports}
                rowKey={({ id }) => id}
                columns={requestColumns(say, action).filter(({ key }) => key !== 'by')}
              />
            )
          }
        </Loaded>
      </section>
    </>
  )
}
