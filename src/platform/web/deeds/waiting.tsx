import { useSay } from '../language/use-say.ts'
import type { Preview } from './use-preview.ts'
import { deedWords as words } from './words.ts'

/** Beside the button: why it cannot be pressed yet. */
export function Waiting({ preview }: { preview: Preview }) {
  const say = useSay()
  if (preview.missing.length > 0) return say(words.incomplete)
  if (preview.error) return null
  if (preview.unassigned > 0) return say(words.unassigned(preview.unassigned))
  if (!preview.ready) return say(words.working)
  return preview.clear ? null : say(words.stopped)
}
