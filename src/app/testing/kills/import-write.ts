import { setTimeout as sleep } from 'node:timers/promises'
import { partyOrganisationsLedger } from '../../../areas/organisation/ledgers/party-organisations.ts'
import { newId } from '../../../platform/db/id.ts'
import { filledLedger } from '../../../platform/ledgers/ledger-sheet.ts'
import type { Answer, Client } from '../client.ts'
import type { Book, Kept } from './book.ts'
import { type Ground, year } from './record-writes.ts'
import { isAcknowledged, type Write } from './write.ts'

type Job = {
  id: string
  state: string
  change: string | null
  counts: { created: number; updated: number; unchanged: number }
}
const ledger = partyOrganisationsLedger

/**
 * A workbook of new organisations and of stored ones under another name: all of it is one change. `stored` have had
 * no event but their founding, so that the name is corrected there.
 */
export async function importWorkbook(
  book: Book,
  ground: Ground,
  codes: readonly string[],
  stored: readonly Kept[],
): Promise<Write> {
  const key = newId()
  const names = new Map([
    ...codes.map((code) => [code, `导入${code}`] as const),
    ...stored.map(({ code, version }) => [code, `改正${version}${code}`] as const),
  ])
  const lines = [...names].map(([code, name]) => lineOf(ground, code, name, book.kept.get(code)?.contact))
  const file = new File([(await filledLedger(ledger, 'zh', lines)) as Uint8Array<ArrayBuffer>], '导入.xlsx')
  /** The import whose commit was sent: after a kill its own commit is sent again, and only if that wrote nothing another. */
  let committed: string | null = null
  const send = async (client: Client): Promise<Answer> => {
    const checked = await follow(client, await client.upload(`/ledgers/${ledger.id}/imports`, file))
    if (!isAcknowledged(checked)) return checked
    const { id, state, counts } = checked.body as Job
    const expected = { created: codes.length, updated: stored.length, unchanged: 0 }
    if (state !== 'checked' || JSON.stringify(pick(counts)) !== JSON.stringify(expected))
      throw new Error(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(checked.body)}`)
    committed = id
    return await commit(client, id, key)
  }
  const again = async (client: Client, there: boolean): Promise<Answer> => {
    const answer: Answer = committed ? await commit(client, committed, key) : { status: 404, body: {} }
    if (there || isAcknowledged(answer)) return whatWasDone(answer)
    // The job is forgotten, or says that nothing was written.
    if (answer.status !== 404 && !(answer.status === 503 && (answer.body as Job).state === 'failed'))
      throw new Error(`import sent again: ${answer.status} ${JSON.stringify(answer.body)}`)
    return whatWasDone(await send(client))
  }
  return {
    what: 'import',
    key,
    records: names.size,
    events: names.size,
    send: async (client) => whatWasDone(await send(client)),
    again,
    land: (_, version) => {
      for (const [code, name] of names) {
        // An import does not tell the ids of what it made: the next inspection does.
        const { id = null, contact = null } = book.kept.get(code) ?? {}
        book.kept.set(code, { id, code, name, contact, version, events: 1, dissolved: false })
      }
    },
  }
}

/** What an answer says of the writing, whether the job or the database tells it. */
const whatWasDone = ({ status, body }: Answer): Answer => {
  const { id, state, counts, change } = body as Job
  return { status, body: isAcknowledged({ status, body }) ? { id, state, counts, change } : body }
}

const pick = ({ created, updated, unchanged }: Job['counts']) => ({ created, updated, unchanged })

function lineOf({ parentCode, seatCode }: Ground, code: string, name: string, contact?: string | null) {
  return {
    code,
    name,
    kind: '党支部',
    founded_in: '小区',
    parent_id: parentCode,
    seat_id: seatCode,
    contact_name: contact ?? '',
    invented: '否',
    begins: year.first,
  }
}

async function commit(client: Client, id: string, idempotencyKey: string): Promise<Answer> {
  const answer = await follow(client, await client.post(`/imports/${id}/commit`, { idempotencyKey }))
  if (isAcknowledged(answer) && (answer.body as Job).state !== 'done')
    throw new Error(JSON.stringify(answer.body))
  return answer
}

/** Follows a job that takes longer than one answer; one that failed half way is no acknowledged write. */
async function follow(client: Client, first: Answer): Promise<Answer> {
  let answer = first
  while (isAcknowledged(answer) && ['reading', 'writing', 'unknown'].includes((answer.body as Job).state)) {
    await sleep(20)
    answer = await client.get(`/imports/${(answer.body as Job).id}`)
  }
  return (answer.body as Job).state === 'failed' ? { status: 503, body: answer.body } : answer
}
