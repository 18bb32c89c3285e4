import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Progress } from 'antd'
import type { BackupStatus } from '../../backup/contract.ts'
import { useSay } from '../language/use-say.ts'
import { AntdFrame } from '../pieces/antd-frame.tsx'
import { Loaded } from '../pieces/loaded.tsx'
import { PageHead } from '../pieces/page-head.tsx'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { server } from '../rpc/server.ts'
import { BackupList } from './backup-list.tsx'
import { BackupState } from './backup-state.tsx'
import { RestoreSteps } from './restore-steps.tsx'
import { backupWords as words } from './words.ts'
import './backups.css'

/** How backups stand, for the administrator of the system; a restore happens on the command line. */
export function BackupsPage() {
  const say = useSay()
  const client = useQueryClient()
  const status = useQuery(
    server.backup.status.queryOptions({
      refetchInterval: ({ state }) => (state.data?.work ? 1000 : 30_000),
    }),
  )
  const begin = useMutation(
    server.backup.begin.mutationOptions({
      onSettled: () => client.invalidateQueries({ queryKey: server.backup.status.key() }),
    }),
  )
  const ready = status.data?.kept !== null && !status.data?.work
  return (
    <AntdFrame>
      <PageHead title={say(words.title)} line={say(words.line)} paper="A4 portrait" undated>
        <button
          type="button"
          className="main-button"
          disabled={!ready || begin.isPending}
          onClick={() => begin.mutate({})}
        >
          {say(words.now)}
        </button>
      </PageHead>
      {begin.error ? <ProblemNote error={begin.error} /> : null}
      <Loaded query={status}>
        {({ kept, work }) => (
          <>
            {work ? <Work work={work} /> : null}
            {kept ? (
              <>
                <BackupState kept={kept} />
                <BackupList backups={kept.backups} />
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

function Work({ work }: { work: NonNullable<BackupStatus['work']> }) {
  const say = useSay()
  const label = say(words.phases[work.phase])
  const percent = work.total === 0 ? 0 : Math.floor((work.handled / work.total) * 100)
  return (
    <div className="row backup-work" role="status">
      <span>{label}</span>
      <Progress percent={percent} aria-label={label} className="backup-progress" />
    </div>
  )
}
