import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ListedBackup } from '../../backup/contract.ts'
import { useSay } from '../language/use-say.ts'
import { AntdFrame } from '../pieces/antd-frame.tsx'
import { Loaded } from '../pieces/loaded.tsx'
import { PageHead } from '../pieces/page-head.tsx'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { AskRestoreForm } from './ask-restore-form.tsx'
import { BackupList } from './backup-list.tsx'
import { BackupState } from './backup-state.tsx'
import { BackupWork } from './backup-work.tsx'
import { OwnRestores } from './own-restores.tsx'
import { RestoreSteps } from './restore-steps.tsx'
import { SetAside } from './set-aside.tsx'
import { backupWords as words } from './words.ts'
import './backups.css'

/** How backups stand, for the administrator of the system: making, trying and restoring them. */
export function BackupsPage() {
  const say = useSay()
  const [asking, setAsking] = useState<ListedBackup | null>(null)
  const status = useQuery(
    server.backup.status.queryOptions({
      // While it is being restored nobody answers; the page finds out by itself when it is over.
      refetchInterval: ({ state }) => (state.data?.work || state.error ? 1000 : 30_000),
    }),
  )
  const begin = useAct(server.backup.begin.call)
  const check = useAct(server.backup.check.call)
  const drill = useAct(server.backup.drill.call)
  const error = begin.error ?? check.error ?? drill.error
  const ready = status.data?.kept !== null && !status.data?.work
  const acts = {
    check: (name: string) => check.mutate({ name }),
    drill: (name: string) => drill.mutate({ name }),
    restore: setAsking,
  }
  return (
    <AntdFrame>
      <PageHead title={say(words.title)} line={say(words.line)} paper="A4 landscape" undated>
        <button
          type="button"
          className="main-button"
          disabled={!ready || begin.isPending}
          onClick={() => begin.mutate({})}
        >
          {say(words.now)}
        </button>
      </PageHead>
      {error ? <ProblemNote error={error} /> : null}
      <Loaded query={status}>
        {({ kept, work }) => (
          <>
            {work ? <BackupWork work={work} /> : null}
            {asking ? (
              <AskRestoreForm key={asking.name} backup={asking} leave={() => setAsking(null)} />
            ) : null}
            {kept ? (
              <>
                <BackupState kept={kept} />
                <BackupList backups={kept.backups} work={work} acts={acts} />
                <OwnRestores work={work} />
                <SetAside folders={kept.aside} />
                <RestoreSteps folder={kept.folder} />
              </>
            ) : (
              <p className="note">{say(words.external)}</p>
            )}
          </>
        )}
      </Loaded>
    </AntdFrame>
  )
}
