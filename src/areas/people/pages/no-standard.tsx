import { Link } from '@tanstack/react-router'
import { useSay } from '../../../platform/web/language/use-say.ts'
import { useMoment } from '../../../platform/web/moment/use-moment.ts'
import { useMe } from '../../../platform/web/session/me.ts'
import { staffingStandardType } from '../records.ts'
import { staffingWords as words } from './words.ts'

/** Why nothing is needed and nothing vacant, and what to do about it for those who may. */
export function NoStandard() {
  const say = useSay()
  const { permissions } = useMe()
  const { knownAt } = useMoment()
  const may = (...needs: string[]) => needs.every((need) => permissions.includes(need))
  const params = { type: staffingStandardType.id }
  return (
    <div className="note">
      <p>{say(words.noStandard)}</p>
      <p className="row screen-only">
        {may('records.record', staffingStandardType.permissions.record) && !knownAt ? (
          <Link to="/records/$type/new" params={params} className="button">
            {say(words.enterStandard)}
          </Link>
        ) : null}
        {may('records.see') ? (
          <Link to="/records/$type" params={params}>
            {say(words.seeStandards)}
          </Link>
        ) : null}
      </p>
    </div>
  )
}
