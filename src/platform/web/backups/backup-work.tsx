import { Progress } from 'antd'
import type { BackupStatus } from '../../backup/contract.ts'
import { useSay } from '../language/use-say.ts'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { backupWords as words } from './words.ts'

/** What is under way, how far it is, and a way to stop it. */
export function BackupWork({ work }: { work: NonNullable<BackupStatus['work']> }) {
  const say = useSay()
  const stop = useAct(server.backup.stop.call)
  const label = say(words.doing(words.kinds[work.kind], words.phases[work.phase]))
  const percent = work.total === 0 ? 0 : Math.floor((work.handled / work.total) * 100)
  return (
    <div className="row backup-work" role="status">
      <span>{label}</span>
      <Progress percent={percent} aria-label={label} className="backup-progress" />
      <button type="button" className="button" disabled={stop.isPending} onClick={() => stop.mutate({})}>
        {say(words.stop)}
      </button>
    </div>
  )
}
