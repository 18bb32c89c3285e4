import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSettled } from '../deeds/use-settled.ts'
import { server } from '../rpc/server.ts'

type Input = Parameters<typeof server.bulk.preview.call>[0]
const pause = 400

/** What the act would do, asked anew after each change of the form; `ready`: the answer is that of the form as it stands. */
export function useBulkPreview(input: Input | undefined, written: boolean) {
  const asked = JSON.stringify(input)
  const settled = useSettled(asked, pause)
  const wanted = asked !== undefined && settled === asked
  const query = useQuery({
    queryKey: ['bulk preview', settled],
    queryFn: () => server.bulk.preview.call(JSON.parse(settled ?? 'null') as Input),
    enabled: settled !== undefined && wanted && !written,
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: 0,
    refetchOnWindowFocus: false,
  })
  return {
    data: input ? query.data : undefined,
    error: wanted && !query.isFetching ? query.error : null,
    ready: wanted && query.isSuccess && !query.isFetching && !query.isPlaceholderData,
  }
}
