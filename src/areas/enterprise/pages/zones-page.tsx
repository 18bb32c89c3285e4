import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSay } from '../../../platform/web/language/use-say.ts'
import { dayOf } from '../../../platform/web/moment/moment.ts'
import { asOfText } from '../../../platform/web/moment/moment-words.ts'
import { useMoment } from '../../../platform/web/moment/use-moment.ts'
import { Loaded } from '../../../platform/web/pieces/loaded.tsx'
import { PageHead } from '../../../platform/web/pieces/page-head.tsx'
import { useMe } from '../../../platform/web/session/me.ts'
import { zoneType } from '../records.ts'
import { NewRecordLink } from './new-record-link.tsx'
import { server } from './server.ts'
import { ZonesTable } from './zones-table.tsx'
import { sharedWords, zoneWords as words } from './words-zones.ts'
import './zones.css'

/** Each zone with what lies in it, who answers for it, and how many of its companies have nobody. */
export function ZonesPage() {
  const say = useSay()
  const moment = useMoment()
  const zones = useQuery(
    server.enterprise.zones.queryOptions({
      input: dayOf(moment),
      placeholderData: keepPreviousData,
      staleTime: 60_000,
    }),
  )
  return (
    <>
      <PageHead title={say(sharedWords.zones)} line={say(asOfText(moment.asOf))} paper="A4 landscape">
        <NewRecordLink type={zoneType} words={words.addZone} />
      </PageHead>
      <Loaded query={zones} lines={8}>
        {({ zones: shown, outside }) =>
          shown.length === 0 ? (
            <NoZone />
          ) : (
            <>
              <p className="help">{say(words.help)}</p>
              <ZonesTable zones={shown} outside={outside} />
            </>
          )
        }
      </Loaded>
    </>
  )
}

function NoZone() {
  const say = useSay()
  const { scope } = useMe()
  const { node } = useMoment()
  const whole = node === undefined && scope.whole
  return <p className="empty">{say(whole ? words.none : words.noneHere)}</p>
}
