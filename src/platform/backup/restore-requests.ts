import type { Caller } from '../access/caller.ts'
import { appendEvent } from '../audit/append-event.ts'
import { originOf } from '../audit/origin.ts'
import type { Database } from '../db/database.ts'
import { newId } from '../db/id.ts'
import { inTransaction } from '../db/transaction.ts'
import { Refusal } from '../refusal.ts'
import { type Text, text } from '../text.ts'
import type { RestoreRequest } from './restore-contract.ts'
import {
  restoreById,
  restoresBut,
  type Speaking,
  stateOf,
  type StoredRestore,
  viewOf,
} from './stored-restores.ts'

type By = Pick<Caller, 'id' | 'name' | 'office'>
type Asked = { readonly backup: string; readonly target: string | null; readonly reason: string }
type Decision = { readonly id: string; readonly agreed: boolean; readonly reason: string | null }

const speak = async <Result>(
  database: Database,
  office: number,
  act: (on: Speaking) => Promise<Result>,
): Promise<Result> =>
  await inTransaction(database, 'begin', { office, places: [] }, null, act as (on: object) => Promise<Result>)

async function tell(
  on: Speaking,
  { id, name, office }: By,
  stored: StoredRestore,
  reason: string | null,
  details = {},
) {
  await appendEvent(on, office, {
    ...originOf(),
    kind: 'act',
    actor: { id, name },
    subject: { type: 'restore', id: stored.id },
    reason,
    details: { backup: stored.backup, target: stored.target, ...details },
  })
}

async function found(on: Speaking, id: string, lock: '' | 'for update'): Promise<StoredRestore> {
  const stored = await restoreById(on, id, lock)
  if (!stored) throw new Refusal('NOT_FOUND', noRequest, { id })
  return stored
}

export async function askRestore(database: Database, by: By, asked: Asked): Promise<RestoreRequest> {
  return await speak(database, by.office, async (on) => {
    const id = newId()
    await on.query(
      `insert into platform.restore_request (office_id, id, backup, target, reason, asked_by, asked_name)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [by.office, id, asked.backup, asked.target, asked.reason, by.id, by.name],
    )
    const stored = await found(on, id, '')
    await tell(on, by, stored, asked.reason)
    return viewOf(stored)
  })
}

/** Those of everybody, or of all but one person. */
export async function listRestores(
  database: Database,
  office: number,
  but: string | null,
): Promise<{ requests: RestoreRequest[] }> {
  return { requests: (await speak(database, office, (on) => restoresBut(on, but))).map(viewOf) }
}

/** @throws Refusal FORBIDDEN to whoever asked; the database refuses them as well */
export async function decideRestore(
  database: Database,
  by: By,
  { id, agreed, reason }: Decision,
): Promise<RestoreRequest> {
  return await speak(database, by.office, async (on) => {
    const stored = await found(on, id, 'for update')
    if (stored.asked_by === by.id) throw new Refusal('FORBIDDEN', ownRequest, { id })
    if (stateOf(stored) !== 'waiting') throw new Refusal('CONFLICT', notWaiting, { state: stateOf(stored) })
    if (!agreed && !reason) throw new Refusal('INVALID', refusedWhy, { field: 'reason', value: reason })
    await on.query(
      `update platform.restore_request set decision = $2, decided_by = $3, decided_name = $4, decided_at = now(), decision_reason = $5
       where id::text = $1`,
      [id, agreed ? 'agreed' : 'refused', by.id, by.name, reason || null],
    )
    await tell(on, by, stored, reason, { agreed, asker: stored.asked_name })
    return viewOf(await found(on, id, ''))
  })
}

/** What was agreed to and may be begun. @throws Refusal where it may not, or the office's name was not typed */
export async function readyRestore(
  database: Database,
  office: number,
  { id, typed }: { readonly id: string; readonly typed: string },
): Promise<StoredRestore> {
  const { stored, name } = await speak(database, office, async (on) => ({
    stored: await found(on, id, ''),
    name: await nameOf(on, office),
  }))
  if (stateOf(stored) !== 'ready') throw new Refusal('CONFLICT', notReady, { state: stateOf(stored) })
  if (![name.zh, name.en].includes(typed.trim()))
    throw new Refusal('INVALID', otherName(name), { field: 'office' })
  return stored
}

async function nameOf(on: Speaking, office: number): Promise<Text> {
  const { rows } = await on.query<Text>(
    'select name_zh as zh, name_en as en from platform.office where office_id = $1',
    [office],
  )
  return rows[0] as Text
}

/** Uses the agreement up. Of two at once, one waits here for the other and finds it begun. */
export async function beginRestore(database: Database, by: By, id: string): Promise<void> {
  await speak(database, by.office, async (on) => {
    const stored = await found(on, id, 'for update')
    if (stateOf(stored) !== 'ready') throw new Refusal('CONFLICT', notReady, { state: stateOf(stored) })
    if (stored.decided_by === by.id) throw new Refusal('FORBIDDEN', agreedOneself, { id })
    await on.query(
      'update platform.restore_request set begun_by = $2, begun_name = $3, begun_at = now() where id::text = $1',
      [id, by.id, by.name],
    )
    await tell(on, by, stored, stored.reason, { asker: stored.asked_name, agreed: stored.decided_name })
  })
}

/** What was begun and did not come about ends with the reason. */
export async function endRestores(database: Database, office: number, failure: Text): Promise<void> {
  await speak(database, office, async (on) => {
    await on.query(
      'update platform.restore_request set ended_at = now(), failure = $1 where begun_at is not null and ended_at is null',
      [JSON.stringify(failure)],
    )
  })
}

const noRequest = text('没有这项恢复申请。', 'There is no such request.')
const ownRequest = text(
  '不能审批自己的申请，请由另一人审批。',
  'Nobody agrees to a request of their own: another person has to.',
)
const agreedOneself = text(
  '同意恢复的人不能自己开始恢复，请由系统管理员开始。',
  'Whoever agreed does not begin it: a system administrator has to.',
)
const notWaiting = text(
  '这项申请已经有人审批或已超过24小时，请刷新查看。',
  'This request was decided already, or 24 hours have passed. Load the page again.',
)
const refusedWhy = text('不同意的，请写明理由。', 'Say why it is refused.')
const notReady = text(
  '这项申请还没有获得同意、已经用过，或同意已超过24小时，不能开始恢复。请刷新查看。',
  'This request was not agreed to, was used already, or was agreed to more than 24 hours ago: it cannot be begun. Load the page again.',
)
const otherName = ({ zh, en }: Text) =>
  text(`请完整输入本单位名称“${zh}”，以确认恢复。`, `Type the office's name “${en}” in full to confirm.`)
