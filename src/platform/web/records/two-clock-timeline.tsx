import { useId, useState } from 'react'
import type { RecordView } from '../../records/contract.ts'
import { fieldOf, type RecordType } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { momentCell } from '../moment/moment-words.ts'
import { useMoment } from '../moment/use-moment.ts'
import { pieceWords } from '../pieces/words.ts'
import { shownValue } from './shown-value.ts'
import { scaleOf, type Scale, yearTicks } from './timeline-scale.ts'
import { recordWords as words } from './words.ts'

const width = 960
const left = 12
const right = width - 24

const millisecondsOf = (day: string) => Date.parse(`${day}T00:00:00Z`)

/** Valid time as bars above, recorded time as marks below, and a line from each event to when it was written down. */
export function TwoClockTimeline({ type, record }: { type: RecordType; record: RecordView }) {
  const say = useSay()
  const { asOf, today } = useMoment()
  const clip = useId()
  const [now] = useState(() => Date.now())
  const { spells, events, changes } = record
  const days = [
    ...spells.flatMap((spell) => [spell.from, spell.to ?? today]),
    ...events.map((event) => event.onDate),
  ]
  if (days.length === 0 || changes.length === 0) return null
  const valid = scaleOf([...days.map(millisecondsOf), millisecondsOf(today)], left, right)
  const recorded = scaleOf([...changes.map((change) => Date.parse(change.recordedAt)), now], left, right)
  const title = fieldOf(type, type.title)
  return (
    // A box that scrolls must be reachable by keyboard.
    <div className="scroll timeline" role="group" aria-label={say(words.timeline)} tabIndex={0}>
      <svg
        viewBox={`0 0 ${width} 190`}
        role="group"
        aria-label={say(words.timelineSays(record.title, spells.length, events.length))}
      >
        <text x={left} y={14} className="soft">
          {say(words.validTime)}
        </text>
        {spells.map((spell, index) => {
          const x = valid.at(millisecondsOf(spell.from))
          const end = spell.to ? valid.at(millisecondsOf(spell.to)) : right + 12
          const holds = spell.from <= asOf && (spell.to === null || asOf < spell.to)
          // A title that is a fixed value stands with no spell.
          const own = spell.values[title.key]
          const name = own ? shownValue(title, own, say) : record.title
          const said = say(
            words.spellSays(name, spell.from, spell.to ? { zh: spell.to, en: spell.to } : words.open),
          )
          const barWidth = Math.max(2, end - x)
          return (
            <g key={spell.from} role="img" aria-label={said}>
              <title>{said}</title>
              <clipPath id={`${clip}-${index}`}>
                <rect x={x} y={22} width={Math.max(0, barWidth - 4)} height={26} />
              </clipPath>
              <rect x={x} y={22} width={barWidth} height={26} className={holds ? 'spell now' : 'spell'} />
              <text
                x={x + 6}
                y={39}
                clipPath={`url(#${clip}-${index})`}
                className={holds ? 'spell-name now' : 'spell-name'}
              >
                {name}
              </text>
            </g>
          )
        })}
        <Axis scale={valid} y={66} />
        {events.map((event) => {
          const x = valid.at(millisecondsOf(event.onDate))
          const said = `${event.onDate} ${say(event.label)}`
          return (
            <g key={event.id}>
              <line
                x1={x}
                y1={72}
                x2={recorded.at(Date.parse(event.recorded.recordedAt))}
                y2={138}
                className="link"
              />
              <path d={`M${x} 50 l5 9 h-10 z`} className="event" role="img" aria-label={said}>
                <title>{said}</title>
              </path>
            </g>
          )
        })}
        {changes.map((change) => {
          const reason = change.reason ? { zh: change.reason, en: change.reason } : pieceWords.none
          const said = say(
            words.markSays(
              momentCell(change.recordedAt),
              change.actor,
              words.changeKinds[change.kind],
              reason,
            ),
          )
          return (
            <circle
              key={change.change}
              cx={recorded.at(Date.parse(change.recordedAt))}
              cy={144}
              r={6}
              className="mark"
              role="img"
              aria-label={said}
              tabIndex={0}
            >
              <title>{said}</title>
            </circle>
          )
        })}
        <Axis scale={recorded} y={156} />
        <text x={left} y={186} className="soft">
          {say(words.recordedTime)}
        </text>
      </svg>
    </div>
  )
}

function Axis({ scale, y }: { scale: Scale; y: number }) {
  return (
    <g aria-hidden="true">
      <line x1={left} y1={y} x2={right + 12} y2={y} className="axis" />
      {yearTicks(scale, 12).map(({ year, moment }) => (
        <g key={year}>
          <line x1={scale.at(moment)} y1={y} x2={scale.at(moment)} y2={y + 4} className="axis" />
          <text x={scale.at(moment) + 3} y={y + 14} className="soft">
            {year}
          </text>
        </g>
      ))}
    </g>
  )
}
