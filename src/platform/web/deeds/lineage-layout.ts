import type { Lineage } from '../../records/deeds/contract.ts'
import type { Day } from '../../values/day.ts'
import { scaleOf, type Scale } from '../records/timeline-scale.ts'

type Node = Lineage['nodes'][number]
type Link = Lineage['links'][number]

export type Lane = { readonly node: Node; readonly top: number }
export type LineageLayout = {
  readonly lanes: readonly Lane[]
  readonly scale: Scale
  readonly width: number
  readonly height: number
}

export const laneHeight = 46
/** Room above the lanes for the years. */
export const axisHeight = 26
const left = 16
const right = 180
const perYear = 34

export const millisecondsOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`)

/**
 * One lane a record: whatever came before another stands above it, as near as that allows. Wide enough that a year can
 * be told from the next.
 */
export function layOut({ nodes, links }: Lineage, today: Day): LineageLayout {
  const days = [
    ...nodes.flatMap(({ lives }) => lives.flatMap(({ from, to }) => [from, to ?? today])),
    ...links.map(({ on }) => on),
    today,
  ].map(millisecondsOf)
  // The first year is written under its own beginning.
  days.push(Date.UTC(new Date(Math.min(...days)).getUTCFullYear(), 0, 1))
  const years = (Math.max(...days) - Math.min(...days)) / 31_557_600_000
  const width = Math.max(900, Math.round(years * perYear) + left + right)
  return {
    lanes: inOrder(nodes, links).map((node, index) => ({ node, top: axisHeight + index * laneHeight })),
    scale: scaleOf(days, left, width - right),
    width,
    height: axisHeight + nodes.length * laneHeight + 8,
  }
}

/** A line of descent is followed to its end before the next begins; what has several predecessors waits for the last of them. */
export function inOrder(nodes: readonly Node[], links: readonly Link[]): Node[] {
  const begins = (node: Node) => node.lives[0]?.from ?? ''
  const byBegin = [...nodes].sort((a, b) => begins(a).localeCompare(begins(b)) || a.id.localeCompare(b.id))
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const waitingFor = new Map(nodes.map(({ id }) => [id, new Set<string>()]))
  for (const { from, to } of links) if (byId.has(from) && from !== to) waitingFor.get(to)?.add(from)
  const placed = new Set<Node>()
  const place = (start: Node) => {
    const stack = [start]
    for (let node = stack.pop(); node; node = stack.pop()) {
      if (placed.has(node)) continue
      placed.add(node)
      const next = new Set(links.filter(({ from }) => from === node.id).map(({ to }) => to))
      for (const id of [...next].reverse()) {
        waitingFor.get(id)?.delete(node.id)
        const successor = byId.get(id)
        if (successor && waitingFor.get(id)?.size === 0) stack.push(successor)
      }
    }
  }
  for (const node of byBegin) if (waitingFor.get(node.id)?.size === 0) place(node)
  // Only a circle, which the deeds do not allow, could leave one over; it is shown all the same.
  for (const node of byBegin) place(node)
  return [...placed]
}
