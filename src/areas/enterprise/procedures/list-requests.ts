import { ownHoldings } from '../../../platform/access/own-holdings.ts'
import type { Scope } from '../../../platform/db/scope.ts'
import { readBelow } from '../../../platform/figures/read-below.ts'
import type { RecordType } from '../../../platform/records/record-type.ts'
import type { Records } from '../../../platform/records/records.ts'
import { type Day, today } from '../../../platform/values/day.ts'
import { personsHolding } from '../../people/index.ts'
import { waitingSubmissions } from '../queries/submissions.ts'
import { requestsUnderWay } from '../queries/requests-under-way.ts'
import type { RequestLists } from '../request-contract.ts'
import { officialCalendar } from '../rules/requests/calendar.ts'
import { openDesk, requestLine } from './request-lines.ts'

type Asked = {
  readonly node?: string | undefined
  readonly asOf?: Day | undefined
  readonly knownAt?: string | undefined
}

type Lists = Pick<RequestLists, 'own' | 'requests' | 'waiting' | 'submissions' | 'online'>

/** Every request that somebody has something to do for, and who the caller is among those who answer. */
export async function listRequests(
  { database, place, engine }: Records,
  scope: Scope,
  account: string,
  asked: Asked,
): Promise<RequestLists> {
  const nothing: Lists = { own: [], requests: [], waiting: 0, submissions: [], online: 0 }
  const { result, ...answered } = await readBelow<Lists>(
    database,
    place,
    scope,
    asked,
    nothing,
    async (reader, { path }, on) => {
      const { heads, waiting } = await requestsUnderWay(reader, path, on)
      const { submissions, total: online } = await waitingSubmissions(reader, on)
      const desk = await openDesk(engine, reader, heads, on)
      const persons = await personsHolding(reader, await ownHoldings(reader, account, today()), today())
      const names = await engine.titlesOf(reader, engine.types.get('people.person') as RecordType, persons)
      return {
        own: [...names].map(([id, name]) => ({ id, name })),
        requests: heads.map((head) => requestLine(desk, head, on)),
        waiting,
        submissions,
        online,
      }
    },
  )
  return { ...answered, announcedThrough: officialCalendar.announced.through, ...result }
}
