import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { SheetCellView } from '../../figures/contract.ts'
import type { Text } from '../../text.ts'
import { questionOf } from '../moment/moment.ts'
import { useMoment } from '../moment/use-moment.ts'
import { server } from '../rpc/server.ts'
import { useMe } from '../session/me.ts'

export type SheetLine = { readonly figure: string; readonly kind?: string; readonly against?: string }
/** A line at a place: what was asked, and what was answered. */
export type SheetNumber = SheetCellView & {
  readonly figure: string
  readonly kind: string | undefined
  /** The figure that it stands against. */
  readonly other: string | undefined
  /** What the figure is called. */
  readonly label: Text
  readonly unit: Text
  readonly decimals: number
}

export type SheetValues = {
  /** The place that the sheet is about, once it has come. */
  readonly node: { readonly id: string; readonly name: string } | undefined
  /** The numbers at a place in the order of the lines; undefined on their way, and for who may not see them. */
  readonly at: (place: string) => readonly SheetNumber[] | undefined
  readonly error: unknown
}

/** Several figures at the place and day chosen and at the places right beneath it, for a page of an area's own. */
export function useSheet(lines: readonly SheetLine[], wanted: boolean): SheetValues {
  const moment = useMoment()
  const maySee = useMe().permissions.includes('figures.see_value')
  const sheet = useQuery({
    ...server.figures.sheet.queryOptions({
      // The page beside the numbers shows who was where on the day.
      input: { ...questionOf(moment, 'place'), structure: 'then', lines: [...lines] },
      placeholderData: keepPreviousData,
      staleTime: 60_000,
    }),
    enabled: maySee && wanted && lines.length > 0,
  })
  // Those of the lines asked before would stand in the wrong places.
  const isAnswer = (data: NonNullable<typeof sheet.data>) =>
    data.lines.length === lines.length &&
    lines.every(({ figure, kind = null }, index) => {
      const told = data.lines[index]
      return told?.figure === figure && told.kind === kind
    })
  const data = sheet.data && isAnswer(sheet.data) ? sheet.data : undefined
  const at = (place: string) =>
    data?.nodes
      .find(({ node }) => node === place)
      ?.cells.map((cell, index) => {
        const { figure, kind, against: other } = lines[index] as SheetLine
        const { label, unit, decimals } = data.lines[index] as (typeof data.lines)[number]
        return { ...cell, figure, kind, other, label, unit, decimals }
      })
  return { node: data?.question.node, at, error: sheet.error }
}
