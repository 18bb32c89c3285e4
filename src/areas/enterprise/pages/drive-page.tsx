import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useSay } from '../../../platform/web/language/use-say.ts'
import { dayOf } from '../../../platform/web/moment/moment.ts'
import { asOfText } from '../../../platform/web/moment/moment-words.ts'
import { useMoment } from '../../../platform/web/moment/use-moment.ts'
import { Loaded } from '../../../platform/web/pieces/loaded.tsx'
import { PageHead } from '../../../platform/web/pieces/page-head.tsx'
import type { CoverageDay, Drive } from '../drive-contract.ts'
import { DriveCurve } from './drive-curve.tsx'
import { DriveLists } from './drive-lists.tsx'
import { DriveState } from './drive-state.tsx'
import { driveWords as words } from './drive-words.ts'
import { server } from './server.ts'

const route = getRouteApi('/work/enterprise/drive')

/** A drive on the day chosen: where it stands, both lists, and each of its days. */
export function DrivePage() {
  const say = useSay()
  const moment = useMoment()
  const { drive } = route.useSearch()
  const answer = useQuery(
    server.enterprise.drive.queryOptions({
      input: { ...dayOf(moment), ...(drive ? { drive } : {}) },
      placeholderData: keepPreviousData,
      staleTime: 60_000,
    }),
  )
  return (
    <>
      <PageHead title={say(words.title)} line={say(asOfText(moment.asOf))} paper="A4 portrait" />
      <Loaded query={answer} lines={12}>
        {({ drives, chosen, curve }) => {
          const shown = drives.find(({ id }) => id === chosen)
          if (!shown) return <p className="empty">{say(words.none)}</p>
          return (
            <>
              {drives.length > 1 ? <ChooseDrive drives={drives} chosen={shown.id} /> : null}
              <Shown drive={shown} curve={curve} />
            </>
          )
        }}
      </Loaded>
    </>
  )
}

function Shown({ drive, curve }: { drive: Drive; curve: readonly CoverageDay[] }) {
  const { asOf } = useMoment()
  const now = curve[curve.length - 1]
  return (
    <>
      <DriveState drive={drive} on={asOf} now={now} />
      {now ? <DriveLists drive={drive} now={now} /> : null}
      {curve.length > 1 ? <DriveCurve curve={curve} /> : null}
    </>
  )
}

function ChooseDrive({ drives, chosen }: { drives: readonly Drive[]; chosen: string }) {
  const say = useSay()
  const navigate = useNavigate()
  return (
    <label className="row screen-only">
      {say(words.choose)}
      <select
        className="select"
        value={chosen}
        onChange={({ target }) => void navigate({ to: '/enterprise/drive', search: { drive: target.value } })}
      >
        {drives.map(({ id, name, launched }) => (
          <option key={id} value={id}>
            {name} {launched}
          </option>
        ))}
      </select>
    </label>
  )
}
