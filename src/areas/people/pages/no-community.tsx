import { useSay } from '../../../platform/web/language/use-say.ts'
import { useMoment } from '../../../platform/web/moment/use-moment.ts'
import { pageWords as words } from './words.ts'

export function NoCommunity() {
  const say = useSay()
  const { knownAt } = useMoment()
  return <p className="empty">{say(knownAt ? words.noneKnown : words.noCommunity)}</p>
}
