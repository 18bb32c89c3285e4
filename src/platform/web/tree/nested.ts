export type Nested<Node> = { readonly node: Node; readonly children: Nested<Node>[] }

/** Nests nodes under their parents in the order given; one whose parent is out of sight becomes a root. */
export function nested<Node extends { id: string; parentId: string | null }>(
  nodes: readonly Node[],
): Nested<Node>[] {
  const byId = new Map(nodes.map((node): [string, Nested<Node>] => [node.id, { node, children: [] }]))
  const roots: Nested<Node>[] = []
  for (const limb of byId.values()) {
    const parent = limb.node.parentId === null ? undefined : byId.get(limb.node.parentId)
    ;(parent?.children ?? roots).push(limb)
  }
  return roots
}

/** The ids of all that lies above the given nodes: what a tree must open to show them. */
export function above<Node extends { id: string; parentId: string | null }>(
  nodes: readonly Node[],
  ids: readonly string[],
): Set<string> {
  const parents = new Map(nodes.map((node) => [node.id, node.parentId]))
  const result = new Set<string>()
  for (const id of ids) {
    for (let at = parents.get(id) ?? null; at !== null && !result.has(at); at = parents.get(at) ?? null) {
      result.add(at)
    }
  }
  return result
}

/** A node and all beneath it, in the order given, where parents come before their children. */
export function withBelow<Node extends { id: string; parentId: string | null }>(
  nodes: readonly Node[],
  root: string,
): Node[] {
  const within = new Set([root])
  return nodes.filter((node) => {
    if (node.parentId !== null && within.has(node.parentId)) within.add(node.id)
    return within.has(node.id)
  })
}
