import { FigureLink } from '../../../platform/web/figure/figure-link.tsx'
import type { SheetNumber } from '../../../platform/web/figure/use-sheet.ts'
import { useSay } from '../../../platform/web/language/use-say.ts'
import { dayText } from '../../../platform/web/moment/moment-words.ts'
import { useMoment } from '../../../platform/web/moment/use-moment.ts'
import { RecordLink } from '../../../platform/web/records/record-link.tsx'
import type { Committee, CommitteesOfPlace } from '../contract.ts'
import { ComparisonTable } from './comparison-table.tsx'
import { SeatTable } from './seat-table.tsx'
import { committeeWords as words } from './words.ts'

/** A community: who sits in its committee, who sat in the one before, and the two in numbers. */
export function CommitteeOfPlace(props: {
  of: CommitteesOfPlace
  numbers: readonly SheetNumber[] | undefined
}) {
  const say = useSay()
  const { of, numbers } = props
  const { place, committees } = of
  const heading = `of-${place.id}`
  const termKnown = committees.some(({ termFrom }) => termFrom)
  const previousKnown = committees.some(({ previousFrom }) => previousFrom)
  return (
    <section className="section board" aria-labelledby={heading}>
      <h2 id={heading}>{place.name}</h2>
      {committees.length === 0 ? <p className="help">{say(words.noCommittee)}</p> : null}
      {committees.map((committee) => (
        <Boards
          key={committee.id}
          committee={committee}
          inOffice={committees.length === 1 ? numbers?.[0] : undefined}
          place={place.id}
        />
      ))}
      {numbers && termKnown ? (
        <>
          <h3 className="group-title">{say(words.comparison)}</h3>
          <ComparisonTable place={place} numbers={numbers} alone={!previousKnown} />
        </>
      ) : null}
    </section>
  )
}

function Boards(props: { committee: Committee; place: string; inOffice: SheetNumber | undefined }) {
  const say = useSay()
  const { asOf } = useMoment()
  const { committee, place, inOffice } = props
  const { termFrom, termUntil, previousFrom, now, before } = committee
  return (
    <>
      <p className="board-term">
        <RecordLink type="organisation.party_organisation" id={committee.id}>
          {committee.name}
        </RecordLink>
        {termFrom ? (
          <span>
            {say(words.term(dayText(termFrom)))} ·{' '}
            {say(termUntil ? words.until(dayText(termUntil), termUntil <= asOf) : words.noUntil)}
          </span>
        ) : (
          <span>{say(words.noTerm)}</span>
        )}
      </p>
      <div className="board-terms">
        <div>
          <h3>
            {say(words.now)}{' '}
            <span className="help">
              {say(words.asOf(dayText(asOf)))}
              {inOffice ? (
                <>
                  {' '}
                  {say(words.inOffice)} <FigureLink number={inOffice} place={place} unit={inOffice.unit} />
                </>
              ) : null}
            </span>
          </h3>
          {now.length === 0 ? (
            <p className="help">{say(words.noSeats)}</p>
          ) : (
            <SeatTable caption={`${committee.name}: ${say(words.now)}`} seats={now} />
          )}
        </div>
        <div>
          <h3>
            {say(words.before)}{' '}
            {previousFrom ? (
              <span className="help">{say(words.atElection(dayText(previousFrom)))}</span>
            ) : null}
          </h3>
          {previousFrom === null ? (
            <p className="help">{say(words.noBefore)}</p>
          ) : before.length === 0 ? (
            <p className="help">{say(words.noSeats)}</p>
          ) : (
            <SeatTable caption={`${committee.name}: ${say(words.before)}`} seats={before} />
          )}
        </div>
      </div>
      {[...now, ...before].some(({ person }) => person === null) ? (
        <p className="help">{say(words.outsideHelp)}</p>
      ) : null}
    </>
  )
}
