import { useMutation } from '@tanstack/react-query'
import { useLanguage, useSay } from '../language/use-say.ts'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { server } from '../rpc/server.ts'
import { batchWords as words } from './batch-words.ts'
import { downloadFile } from './download-file.ts'

/** The uploaded file with every error beside its line. */
export function ErrorFileButton({ job }: { job: string }) {
  const say = useSay()
  const language = useLanguage()
  const making = useMutation({
    mutationFn: async () => downloadFile(await server.ledgers.errors.call({ id: job, language })),
  })
  return (
    <>
      <p className="row">
        <button type="button" className="button" disabled={making.isPending} onClick={() => making.mutate()}>
          {say(making.isPending ? words.making : words.errorFile)}
        </button>
        <span className="help">{say(words.errorFileHelp)}</span>
      </p>
      {making.error ? <ProblemNote error={making.error} /> : null}
    </>
  )
}
