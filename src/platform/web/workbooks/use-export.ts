import { useMutation, useQuery } from '@tanstack/react-query'
import { useLanguage } from '../language/use-say.ts'
import { dayOf } from '../moment/moment.ts'
import { useMoment } from '../moment/use-moment.ts'
import { server } from '../rpc/server.ts'
import { downloadFile } from './download-file.ts'

export function useLedgers() {
  return useQuery(server.ledgers.catalogue.queryOptions({ staleTime: 60_000 }))
}

/** Exports a ledger for the place and day of the page. */
export function useExport() {
  const moment = useMoment()
  const language = useLanguage()
  return useMutation({
    mutationFn: async (ledger: string) =>
      downloadFile(await server.ledgers.export.call({ ledger, language, ...dayOf(moment) })),
  })
}
