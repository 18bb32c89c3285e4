import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { DeedPreview } from '../../records/deeds/contract.ts'
import type { RecordDeed, RecordType } from '../../records/record-type.ts'
import type { Text } from '../../text.ts'
import type { FormValues } from '../records/form-input.ts'
import { server } from '../rpc/server.ts'
import { deedInput, endsToo, missingIn, moveName } from './deed-values.ts'
import { useSettled } from './use-settled.ts'

export type Preview = {
  /** What is still to be filled in before there is anything to work out. */
  readonly missing: readonly Text[]
  readonly data: DeedPreview | undefined
  readonly error: unknown
  /** The answer is that of the form as it stands. */
  readonly ready: boolean
  /** Everything has somewhere to go and no rule stops it. */
  readonly clear: boolean
  /** What hangs on something that ends and has nowhere to go, as the form stands. */
  readonly unassigned: number
}

const pause = 400

/** What the deed would do, asked anew after each change of the form; the answer before stays on screen meanwhile. */
export function usePreview(
  type: RecordType,
  deed: RecordDeed,
  values: FormValues,
  /** Once it is being written, what it would do is no question any more. */
  written: boolean,
): Preview {
  const missing = missingIn(type, deed, values)
  // The words of a reason change nothing of what would happen.
  const input =
    missing.length > 0 ? undefined : deedInput(type, deed, { ...values, reason: null, documentNo: null })
  const asked = JSON.stringify(input)
  const settled = useSettled(asked, pause)
  const wanted = asked !== undefined && settled === asked
  const query = useQuery({
    queryKey: ['deed preview', settled],
    queryFn: () => server.deeds.preview.call(JSON.parse(settled ?? 'null')),
    enabled: settled !== undefined && wanted && !written,
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: 0,
    refetchOnWindowFocus: false,
  })
  const data = missing.length > 0 ? undefined : query.data
  const ending = new Set((input?.ending ?? []).map(({ id }) => id))
  const goes = (to: string | null | undefined) => Boolean(to) && (to === endsToo || !ending.has(to as string))
  const unassigned = (data?.dependents ?? []).filter((one) => !goes(values[moveName(one)])).length
  const ready = wanted && query.isSuccess && !query.isFetching && !query.isPlaceholderData
  return {
    missing,
    data,
    error: wanted && !query.isFetching ? query.error : null,
    ready: ready && unassigned === 0 && data?.unassigned === 0,
    clear: data?.stopped.length === 0,
    unassigned,
  }
}
