import { Refusal } from '../../../platform/refusal.ts'
import type { Scope } from '../../../platform/db/scope.ts'
import { type Reader, read } from '../../../platform/db/transaction.ts'
import type { Records } from '../../../platform/records/records.ts'
import { keyText, type StoredRecord } from '../../../platform/records/records-engine.ts'
import { text } from '../../../platform/text.ts'
import { type Day, today } from '../../../platform/values/day.ts'
import type { Standing } from '../public-contract.ts'
import { requestsMadeOf } from '../queries/submissions.ts'
import { requestType, submissionType } from '../records.ts'
import { numberOfCode } from './lookup-code.ts'
import { type Loop, upTo } from '../rules/requests/loop.ts'
import type { RequestKind } from '../terms.ts'
import { requestHead } from './request-head.ts'
import { openDesk, requestLine } from './request-lines.ts'

/**
 * How the request with a look-up code stands today, as the company is told.
 * @throws Refusal NOT_FOUND for every code that opens nothing, whatever is wrong with it
 */
export async function standingOf(
  { database, engine }: Records,
  whole: Scope,
  code: string,
  secret: Uint8Array,
): Promise<Standing> {
  const number = numberOfCode(code, secret)
  if (number === null) throw noSuchCode()
  return await read<unknown, Standing>(database, whole, async (reader) => {
    const [id] = (await engine.findByKey(reader, submissionType, [[number]])).get(keyText([number])) ?? []
    const submission =
      id === undefined ? undefined : (await engine.load(reader, submissionType, [id])).get(id)
    if (!submission) throw noSuchCode()
    const made = (await requestsMadeOf(reader, [submission.id])).get(submission.id)
    const request = made ? await asTold(engine, reader, made.id) : null
    const declined = request ? null : declinedBy(submission)
    return {
      number,
      submittedOn: submission.events[0]?.onDate as Day,
      companyName: String(submission.header['company_name']),
      kind: submission.header['kind'] as RequestKind,
      subject: String(submission.header['subject']),
      stage: request ? stageOf(request) : declined ? 'declined' : 'waiting',
      declined,
      request,
    }
  })
}

type Told = NonNullable<Standing['request']>

const stageOf = ({ closed, answered, department }: Told): Standing['stage'] =>
  closed ? 'closed' : answered ? 'answered' : department ? 'in_work' : 'received'

function declinedBy({ events }: StoredRecord): Standing['declined'] {
  const last = events.at(-1)
  return last?.kind === 'declined' ? { on: last.onDate, why: last.sets['why'] ?? '' } : null
}

async function asTold(engine: Records['engine'], reader: Reader<unknown>, id: string): Promise<Told | null> {
  const on = today()
  const request = (await engine.load(reader, requestType, [id])).get(id)
  const head = request && requestHead(request, on)
  if (!head) return null
  const desk = await openDesk(engine, reader, [head], on)
  const line = requestLine(desk, head, on)
  const lead = line.parts.find(({ role }) => role === 'lead')
  const part = (desk.loops.get(id) as Loop).tasks.find((task) => task.id === lead?.id)
  const answer =
    lead?.stage === 'answered' ? part?.events.findLast(({ kind }) => kind === 'answered') : undefined
  const closing = line.closed && upTo(request.events, on).findLast(({ kind }) => kind === 'closed')
  const told = closing?.sets['answer'] ?? answer?.sets['answer']
  const answeredOn = answer?.onDate ?? closing?.onDate
  return {
    number: line.number,
    receivedOn: line.receivedOn,
    department: lead?.department.name ?? null,
    due: answer || line.closed ? null : (lead?.clock?.due ?? null),
    pausedSince: lead?.clock?.pausedSince ?? null,
    answered: told && answeredOn ? { on: answeredOn, answer: told } : null,
    closed: line.closed,
  }
}

const noSuchCode = () =>
  new Refusal(
    'NOT_FOUND',
    text(
      '没有找到这个查询码。请核对是否抄写完整，或者打电话查询。',
      'There is no such code. See that all of it was copied, or telephone.',
    ),
  )
