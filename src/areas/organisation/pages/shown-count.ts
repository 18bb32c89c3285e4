import type { TreeNode } from '../contract.ts'
import { pageWords } from './words.ts'

export const shownCounts = ['organisations', 'groups', 'compounds', 'stairwells'] as const
export type ShownCount = (typeof shownCounts)[number]

/** A count of a node as the tree shows it. */
export function countShown({ counts }: TreeNode, shown: ShownCount): string {
  switch (shown) {
    case 'organisations':
      return String(counts.organisations)
    case 'groups':
      return String(counts.groups)
    case 'compounds':
      return pageWords.covered(counts.compoundsCovered, counts.compounds)
    case 'stairwells':
      return pageWords.covered(counts.stairwellsCovered, counts.stairwells)
  }
}
