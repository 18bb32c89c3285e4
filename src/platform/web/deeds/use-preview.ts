import type { DeedPreview } from '../../records/deeds/contract.ts'
import type { RecordDeed, RecordType } from '../../records/record-type.ts'
import type { Text } from '../../text.ts'
import type { FormValues } from '../records/form-input.ts'
import { server } from '../rpc/server.ts'
import { useSettledPreview } from '../rpc/use-settled-preview.ts'
import { deedInput, endsToo, missingIn, moveName } from './deed-values.ts'

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
  const { data, error, ready } = useSettledPreview('deed preview', input, written, (asked) =>
    server.deeds.preview.call(asked),
  )
  const ending = new Set((input?.ending ?? []).map(({ id }) => id))
  const goes = (to: string | null | undefined) => Boolean(to) && (to === endsToo || !ending.has(to as string))
  const unassigned = (data?.dependents ?? []).filter((one) => !goes(values[moveName(one)])).length
  return {
    missing,
    data,
    error,
    ready: ready && unassigned === 0 && data?.unassigned === 0,
    clear: data?.stopped.length === 0,
    unassigned,
  }
}
