import type { WhyView } from '../../personal/retention/contract.ts'
import { useSay } from '../language/use-say.ts'
import { lengthText, retentionWords as words } from './words.ts'

export function WhyCell({ why }: { why: readonly WhyView[] }) {
  const say = useSay()
  return why.map(({ purpose, since, months }) => (
    <div key={purpose.zh}>{say(words.whyOf(purpose, since, lengthText(months)))}</div>
  ))
}
