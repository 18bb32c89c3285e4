import { type Day, daysBetween } from '../../../platform/values/day.ts'
import { useSay } from '../../../platform/web/language/use-say.ts'
import { dayText } from '../../../platform/web/moment/moment-words.ts'
import { RecordLink } from '../../../platform/web/records/record-link.tsx'
import type { CoverageDay, Drive } from '../drive-contract.ts'
import { driveType } from '../records.ts'
import { censusStates } from '../terms.ts'
import { driveWords as words } from './drive-words.ts'

/** The drive in four facts, and whether full coverage may be said of it. */
export function DriveState(props: { drive: Drive; on: Day; now: CoverageDay | undefined }) {
  const say = useSay()
  const { drive, on, now } = props
  const { id, name, launched, days, lastDay, census, ended } = drive
  const left = now ? now.today.qualifying - now.today.organised : 0
  const full = now && now.today.qualifying > 0 && left === 0 && census === 'closed'
  return (
    <section className="section" aria-labelledby="drive">
      <h2 id="drive">
        <RecordLink type={driveType.id} id={id}>
          {name}
        </RecordLink>
      </h2>
      <dl className="facts">
        <div>
          <dt>{say(words.launched)}</dt>
          <dd>{say(dayText(launched))}</dd>
        </div>
        <div>
          <dt>{say(words.length)}</dt>
          <dd>{say(words.lengthOf(days, dayText(lastDay)))}</dd>
        </div>
        <div>
          <dt>{say(words.progress)}</dt>
          <dd>
            {say(ended ? words.endedOn(dayText(ended)) : words.dayOf(daysBetween(launched, on) + 1, days))}
          </dd>
        </div>
        <div>
          <dt>{say(words.census)}</dt>
          <dd>{say(censusStates[census])}</dd>
        </div>
      </dl>
      {now && now.today.qualifying > 0 ? (
        <p className="note">
          {say(full ? words.full(now.today.organised) : words.notFull(left, census === 'open'))}
        </p>
      ) : null}
    </section>
  )
}
