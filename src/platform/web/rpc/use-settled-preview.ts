import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSettled } from './use-settled.ts'

const pause = 400

/** What a form asks would do, asked anew after each pause of the hand; the answer before stays on screen meanwhile. */
export function useSettledPreview<Input, Preview>(
  name: string,
  input: Input | undefined,
  /** Once it is being written, what it would do is no question any more. */
  written: boolean,
  ask: (input: Input) => Promise<Preview>,
) {
  const asked = JSON.stringify(input)
  const settled = useSettled(asked, pause)
  const wanted = asked !== undefined && settled === asked
  const query = useQuery({
    queryKey: [name, settled],
    queryFn: () => ask(JSON.parse(settled ?? 'null') as Input),
    enabled: settled !== undefined && wanted && !written,
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: 0,
    refetchOnWindowFocus: false,
  })
  return {
    data: input === undefined ? undefined : query.data,
    error: wanted && !query.isFetching ? query.error : null,
    /** The answer is that of the form as it stands. */
    ready: wanted && query.isSuccess && !query.isFetching && !query.isPlaceholderData,
  }
}
