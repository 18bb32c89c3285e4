import { Progress } from 'antd'
import { useSay } from '../language/use-say.ts'
import type { Text } from '../../text.ts'
import { workbookWords as words } from './words.ts'

/** How far long work is, in a bar and in numbers, with the way to stop it. */
export function JobProgress(props: {
  label: Text
  handled: number
  total: number
  /** The numbers in words. */
  line: (handled: number, total: number) => Text
  stopping: boolean
  onStop: () => void
}) {
  const say = useSay()
  const { label, handled, total } = props
  return (
    <div className="row">
      <Progress
        percent={total === 0 ? 0 : Math.floor((handled / total) * 100)}
        aria-label={say(label)}
        className="job-progress"
      />
      <span>{say(props.line(handled, total))}</span>
      <button type="button" className="button" disabled={props.stopping} onClick={props.onStop}>
        {say(words.stop)}
      </button>
    </div>
  )
}
