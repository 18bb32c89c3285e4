import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { above, type Nested, nested } from './nested.ts'

type Node = { id: string; parentId: string | null }

// Parents come from earlier nodes or from out of sight, as an answer within a scope gives them.
const forest = fc.array(fc.nat(), { maxLength: 60 }).map((picks) =>
  picks.map(
    (pick, index): Node => ({
      id: `n${index}`,
      parentId: index === 0 ? null : pick % 7 === 0 ? 'unseen' : `n${pick % index}`,
    }),
  ),
)

const flat = (limbs: readonly Nested<Node>[]): string[] =>
  limbs.flatMap((limb) => [limb.node.id, ...flat(limb.children)])

test('every node stands in the tree exactly once', () => {
  fc.assert(
    fc.property(forest, (nodes) => {
      expect(flat(nested(nodes)).toSorted()).toEqual(nodes.map((node) => node.id).toSorted())
    }),
  )
})

test('what is opened for a hit is its whole line of parents and nothing else', () => {
  fc.assert(
    fc.property(forest, fc.nat(), (nodes, pick) => {
      const hit = nodes[pick % Math.max(1, nodes.length)]
      if (!hit) return
      const line: string[] = []
      for (
        let at: string | null | undefined = hit.parentId;
        at;
        at = nodes.find((node) => node.id === at)?.parentId
      ) {
        line.push(at)
      }
      expect([...above(nodes, [hit.id])]).toEqual(line)
    }),
  )
})
