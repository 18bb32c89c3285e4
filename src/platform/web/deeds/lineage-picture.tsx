import { Link } from '@tanstack/react-router'
import type { Lineage } from '../../records/deeds/contract.ts'
import type { Day } from '../../values/day.ts'
import { useSay } from '../language/use-say.ts'
import { yearTicks } from '../records/timeline-scale.ts'
import { axisHeight, laneHeight, type Lane, type LineageLayout, millisecondsOf } from './lineage-layout.ts'
import { deedWords as words } from './words.ts'

type Props = {
  type: string
  lineage: Lineage
  layout: LineageLayout
  asked: string
  title: string
  today: Day
  /** The lanes to draw, by their places: a sheet of paper takes a part of them. */
  from?: number
  count?: number
}

/** One lane a record with its lives as bars, and each deed as a line from what came before to what came of it. */
export function LineagePicture(props: Props) {
  const say = useSay()
  const { lineage, layout, title, from = 0, count = layout.lanes.length } = props
  const { scale, width } = layout
  const top = axisHeight + from * laneHeight
  const height = Math.min(count, layout.lanes.length - from) * laneHeight + 8
  return (
    <svg
      viewBox={`0 0 ${width} ${height + axisHeight}`}
      width={width}
      height={height + axisHeight}
      role="group"
      aria-label={say(words.lineageSays(title, lineage.nodes.length, lineage.links.length))}
    >
      <svg
        y={axisHeight}
        width={width}
        height={height}
        viewBox={`0 ${top} ${width} ${height}`}
        aria-hidden={false}
      >
        <Years {...props} height={layout.height} />
        {lineage.links.map((link) => (
          <Descent key={`${link.deed} ${link.from} ${link.to}`} link={link} layout={layout} />
        ))}
        {layout.lanes.map((lane) => (
          <OneLane key={lane.node.id} {...props} lane={lane} />
        ))}
      </svg>
      <g aria-hidden="true">
        {yearTicks(scale, 40).map(({ year, moment }) => (
          <text key={year} x={scale.at(moment) + 3} y={16} className="soft">
            {year}
          </text>
        ))}
      </g>
    </svg>
  )
}

function Years({ layout: { scale }, height }: Props & { height: number }) {
  return (
    <g aria-hidden="true">
      {yearTicks(scale, 40).map(({ year, moment }) => (
        <line key={year} x1={scale.at(moment)} x2={scale.at(moment)} y1={0} y2={height} className="year" />
      ))}
    </g>
  )
}

function OneLane({
  type,
  layout: { scale, width },
  lane: { node, top },
  asked,
  today,
}: Props & { lane: Lane }) {
  const say = useSay()
  const own = node.id === asked
  const bar = top + 20
  const first = node.lives[0]
  const start = first ? scale.at(millisecondsOf(first.from)) : 0
  // A name that would run out of the picture ends where its bar ends.
  const late = start > width - 330
  return (
    <g>
      {node.lives.map(({ from, to }) => {
        const x = scale.at(millisecondsOf(from))
        const end = scale.at(millisecondsOf(to ?? today))
        const said = `${node.title}: ${say(words.life(from, to))}`
        return (
          <rect
            key={from}
            x={x}
            y={bar}
            width={Math.max(3, end - x)}
            height={10}
            className={own ? 'life asked' : to ? 'life past' : 'life'}
            role="img"
            aria-label={said}
          >
            <title>{said}</title>
          </rect>
        )
      })}
      <Link to="/records/$type/$id" params={{ type, id: node.id }}>
        <text
          x={late ? width - 6 : start}
          y={top + 15}
          textAnchor={late ? 'end' : 'start'}
          className={own ? 'name asked' : 'name'}
        >
          {own ? `▶ ${node.title}` : node.title}
        </text>
      </Link>
    </g>
  )
}

function Descent({
  link,
  layout: { lanes, scale },
}: {
  link: Lineage['links'][number]
  layout: LineageLayout
}) {
  const say = useSay()
  const topOf = (id: string) => lanes.find(({ node }) => node.id === id)?.top
  const from = topOf(link.from)
  const to = topOf(link.to)
  if (from === undefined || to === undefined) return null
  const x = scale.at(millisecondsOf(link.on))
  const [y1, y2] = [from + 25, to + 25]
  const bend = 14
  const said = `${link.on} ${say(link.words)}`
  return (
    <g role="img" aria-label={said}>
      <title>{said}</title>
      <path
        d={`M${x} ${y1} C${x + bend} ${y1} ${x + bend} ${y1} ${x + bend} ${(y1 + y2) / 2} S${x + bend} ${y2} ${x} ${y2}`}
        className="descent"
      />
      <circle cx={x} cy={y1} r={3} className="end" />
      <circle cx={x} cy={y2} r={4} className="end" />
      <text x={x + bend + 4} y={y1 + 17} className="soft kind">
        {say(link.words)}
      </text>
    </g>
  )
}
