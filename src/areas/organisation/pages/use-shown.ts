import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Text } from '../../../platform/text.ts'
import { showNumber } from '../../../platform/web/figure/figure-number.ts'
import { useSay } from '../../../platform/web/language/use-say.ts'
import { questionOf } from '../../../platform/web/moment/moment.ts'
import { useMoment } from '../../../platform/web/moment/use-moment.ts'
import { server as platform } from '../../../platform/web/rpc/server.ts'
import type { TreeNode } from '../contract.ts'
import { countShown, type ShownCount, shownCounts } from './shown-count.ts'

export type Shown = {
  /** The figures that can be shown beside the tree's own counts. */
  readonly figures: readonly { readonly id: string; readonly label: Text }[]
  /** The chosen figure; null where one of the tree's own counts is chosen. */
  readonly figure: { readonly label: Text; readonly unit: Text; readonly definition: Text } | null
  /** What stands on a node; empty while the answer is on its way. */
  readonly on: (node: TreeNode) => string
  readonly error: unknown
}

/** One of the tree's own counts, or any figure that has parts by place: then all its numbers come in one answer. */
export function useShown(chosen: string | undefined): Shown {
  const say = useSay()
  const moment = useMoment()
  const own = shownCounts.find((count) => count === chosen) ?? (chosen ? null : firstCount)
  const catalogue = useQuery(platform.figures.catalogue.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
  const figures = (catalogue.data?.figures ?? []).filter(({ breakdowns }) => breakdowns.includes('place'))
  const figure = own ? null : (figures.find(({ id }) => id === chosen) ?? null)
  const answer = useQuery({
    ...platform.figures.byNode.queryOptions({
      input: { ...questionOf(moment), along: 'place', figure: chosen ?? '' },
      placeholderData: keepPreviousData,
      staleTime: 60_000,
    }),
    enabled: figure !== null,
  })
  const values = useMemo(
    () => new Map(answer.data?.nodes.map((one) => [one.node, one] as const)),
    [answer.data],
  )
  const on = (node: TreeNode): string => {
    if (!figure) return own ? countShown(node, own) : ''
    // The numbers of the figure chosen before must not stand under the name of this one.
    const found = answer.data?.question.figure === chosen ? values.get(node.id) : undefined
    if (!found) return ''
    if (found.value === null) return found.absent ? say(found.absent.words) : ''
    const [part, whole] = found.inputs
    const shown = asWritten(found.value)
    return figure.kind === 'share' && part && whole
      ? `${shown}% · ${asWritten(part)} / ${asWritten(whole)}`
      : shown
  }
  return { figures, figure, on, error: answer.error }
}

/** An exact number with as many decimals as it came with. */
const asWritten = (value: string): string => showNumber(value, value.split('.')[1]?.length ?? 0)

const firstCount: ShownCount = 'organisations'
