import { useMemo, useState } from 'react'
import { above } from './nested.ts'

/** Which nodes stand open: at first the roots; while something is looked for, all that lies above its hits. */
export function useOpened<Node extends { id: string; parentId: string | null }>(
  nodes: readonly Node[],
  find: string,
  matches: (node: Node, find: string) => boolean,
) {
  const roots = useMemo(() => {
    const ids = new Set(nodes.map((node) => node.id))
    return nodes.filter((node) => node.parentId === null || !ids.has(node.parentId)).map((node) => node.id)
  }, [nodes])
  const hits = useMemo(() => {
    const wanted = find.trim()
    return wanted === '' ? [] : nodes.filter((node) => matches(node, wanted)).map((node) => node.id)
  }, [nodes, find, matches])
  const [byHand, setByHand] = useState<{ find: string; keys: readonly string[] } | null>(null)
  const opened = useMemo(() => {
    if (byHand && byHand.find === find) return [...byHand.keys]
    return hits.length > 0 ? [...above(nodes, hits)] : roots
  }, [byHand, find, hits, nodes, roots])
  return {
    hits,
    opened,
    first: hits[0],
    onOpen: (keys: readonly string[]) => setByHand({ find, keys }),
  }
}
