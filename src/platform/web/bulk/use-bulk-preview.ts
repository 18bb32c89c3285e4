import { server } from '../rpc/server.ts'
import { useSettledPreview } from '../rpc/use-settled-preview.ts'

type Input = Parameters<typeof server.bulk.preview.call>[0]

/** What the act would do, as the form stands. */
export const useBulkPreview = (input: Input | undefined, written: boolean) =>
  useSettledPreview('bulk preview', input, written, (asked) => server.bulk.preview.call(asked))
