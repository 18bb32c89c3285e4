import { appendEvent } from '../../audit/append-event.ts'
import { originOf } from '../../audit/origin.ts'
import { newId } from '../../db/id.ts'
import { inTransaction, read } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import { say, text } from '../../text.ts'
import { today } from '../../values/day.ts'
import { exportLedger } from '../export-ledger.ts'
import type { Ledger } from '../ledger.ts'
import type { LedgersCaller, LedgersParts } from '../ledgers-parts.ts'
import type { ResolveExport } from '../ledgers-procedures.ts'
import { passingFile } from '../passing-file.ts'
import { workbookMime } from '../workbook-bytes.ts'
import type { ClearExport } from './contract.ts'
import {
  exportById,
  exportsOf,
  exportsToDecide,
  maskedIn,
  type Speaking,
  stateOf,
  type StoredExport,
  viewOf,
} from './stored.ts'

export type ClearQuestion = Parameters<ResolveExport>[1] & {
  readonly ledger: string
  readonly language: 'zh' | 'en'
  readonly reason: string
}
type Decision = { readonly id: string; readonly agreed: boolean; readonly reason: string | null }

/** Ledgers with personal values in clear: asked for, agreed to where it must be, and taken once. */
export function clearExports(
  { database, engine, ledgers }: Pick<LedgersParts, 'database' | 'engine' | 'ledgers'>,
  resolve: ResolveExport,
) {
  const ledgerOf = (id: string): Ledger => {
    const ledger = ledgers.find((candidate) => candidate.id === id)
    if (!ledger) throw new Refusal('NOT_FOUND', noLedger(id), { ledger: id })
    return ledger
  }
  const view = (stored: StoredExport) => viewOf(stored, ledgerOf(stored.ledger))
  const speak = async <Result>(caller: LedgersCaller, act: (on: Speaking) => Promise<Result>) =>
    await inTransaction(
      database,
      'begin',
      caller.scope,
      null,
      act as never as (on: object) => Promise<Result>,
    )
  const tell = async (
    on: Speaking,
    caller: LedgersCaller,
    stored: StoredExport,
    reason: string | null,
    details: Readonly<Record<string, unknown>>,
  ) =>
    await appendEvent(on, caller.scope.office, {
      ...originOf(),
      kind: 'act',
      actor: caller.actor,
      places: caller.scope.places,
      subject: { type: 'clearExports', id: stored.id },
      reason,
      details: { ledger: stored.ledger, place: stored.place_name, rows: stored.row_count, ...details },
    })
  const found = async (on: Speaking, id: string, lock: '' | 'for update'): Promise<StoredExport> => {
    const stored = await exportById(on, id, lock)
    if (!stored) throw new Refusal('NOT_FOUND', noRequest, { id })
    return stored
  }

  return {
    ask: async (caller: LedgersCaller, asked: ClearQuestion): Promise<ClearExport> => {
      const ledger = ledgerOf(asked.ledger)
      if (!caller.may(ledger.type.permissions.see))
        throw new Refusal('FORBIDDEN', mayNotSee(ledger), { ledger: ledger.id })
      const fields = maskedIn(ledger)
      if (fields.length === 0) throw new Refusal('INVALID', nothingMasked(ledger), { ledger: ledger.id })
      const { node, asOf, known, knownAt } = await resolve(caller, asked)
      const where = { ...(node ? { node: node.id } : {}), ...(asOf ? { asOf } : {}) }
      const rows = await read(
        database,
        caller.scope,
        (reader) => engine.count(reader, ledger.type, where),
        known,
      )
      const values = {
        office_id: caller.scope.office,
        id: newId(),
        ledger: ledger.id,
        language: asked.language,
        place_id: node?.id ?? null,
        place_name: node?.name ?? null,
        as_of: asOf,
        known_at: knownAt,
        row_count: rows,
        fields: fields.map(({ key }) => key),
        second_person: fields.some((field) => field.class === 'sensitive'),
        places: caller.scope.places === 'all' ? null : caller.scope.places,
        reason: asked.reason,
        asked_by: caller.actor.id,
        asked_name: caller.actor.name,
      }
      const keys = Object.keys(values)
      return await speak(caller, async (on) => {
        await on.query(
          `insert into platform.clear_export (${keys.join(', ')}) values (${keys.map((_, nth) => `$${nth + 1}`).join(', ')})`,
          Object.values(values),
        )
        const stored = await found(on, values.id, '')
        await tell(on, caller, stored, stored.reason, {})
        return view(stored)
      })
    },

    own: async (caller: LedgersCaller) => ({
      exports: (await speak(caller, (on) => exportsOf(on, caller.actor.id))).map(view),
    }),

    toDecide: async (caller: LedgersCaller) => ({
      exports: (await speak(caller, (on) => exportsToDecide(on, caller.actor.id, caller.scope.places))).map(
        view,
      ),
    }),

    decide: async (caller: LedgersCaller, { id, agreed, reason }: Decision): Promise<ClearExport> =>
      await speak(caller, async (on) => {
        const stored = await found(on, id, 'for update')
        if (!seesAll(caller, stored)) throw new Refusal('NOT_FOUND', noRequest, { id })
        if (stored.asked_by === caller.actor.id) throw new Refusal('FORBIDDEN', ownRequest, { id })
        if (stateOf(stored) !== 'waiting')
          throw new Refusal('CONFLICT', decidedAlready, { state: stateOf(stored) })
        if (!agreed && !reason) throw new Refusal('INVALID', refusedWhy, { field: 'reason', value: reason })
        await on.query(
          `update platform.clear_export set decision = $2, decided_by = $3, decided_name = $4, decided_at = now(), decision_reason = $5
           where id::text = $1`,
          [id, agreed ? 'agreed' : 'refused', caller.actor.id, caller.actor.name, reason || null],
        )
        await tell(on, caller, stored, reason, { agreed, asker: stored.asked_name })
        return view(await found(on, id, ''))
      }),

    take: async (caller: LedgersCaller, id: string): Promise<File> => {
      const ready = async (on: Speaking, lock: '' | 'for update') => {
        const stored = await found(on, id, lock)
        if (stored.asked_by !== caller.actor.id) throw new Refusal('NOT_FOUND', noRequest, { id })
        const state = stateOf(stored)
        if (state !== 'ready') throw new Refusal('CONFLICT', notReady[state], { state })
        return stored
      }
      const stored = await speak(caller, (on) => ready(on, ''))
      const ledger = ledgerOf(stored.ledger)
      if (!caller.may(ledger.type.permissions.see))
        throw new Refusal('FORBIDDEN', mayNotSee(ledger), { ledger: ledger.id })
      const { language, place_name: place } = stored
      const asked = {
        language,
        node: stored.place_id && place ? { id: stored.place_id, name: place } : null,
        asOf: stored.as_of,
        knownAt: String(stored.known_at),
        office: caller.office,
        by: caller.actor.name,
        on: today(),
        batch: caller.request,
        clear: true,
      }
      const name = [say(ledger.sheet, language), ...(place ? [place] : []), stored.as_of ?? today()].join(' ')
      const file = await passingFile(`${name}.xlsx`, workbookMime, (path) =>
        read(
          database,
          caller.scope,
          (reader) => exportLedger(reader, engine, ledger, asked, path),
          stored.known_at,
        ),
      )
      // Of two at once, one waits here for the other and finds it taken.
      await speak(caller, async (on) => {
        await ready(on, 'for update')
        await on.query('update platform.clear_export set taken_at = now() where id::text = $1', [id])
      })
      return file
    },
  }
}

const seesAll = ({ scope }: LedgersCaller, { places }: StoredExport): boolean =>
  scope.places === 'all' || (places !== null && places.every((place) => scope.places.includes(place)))

const noLedger = (id: string) => text(`没有“${id}”这个台账。`, `There is no ledger “${id}”.`)
const mayNotSee = ({ sheet }: Ledger) =>
  text(`您没有查看“${sheet.zh}”的权限。`, `You may not see the ledger “${sheet.en}”.`)
const nothingMasked = ({ sheet }: Ledger) =>
  text(
    `“${sheet.zh}”没有隐去的内容，直接导出即可。`,
    `Nothing in “${sheet.en}” is masked: export it as it is.`,
  )
const noRequest = text('没有这项导出申请。', 'There is no such request.')
const ownRequest = text(
  '不能审批自己的申请，请由另一人审批。',
  'Nobody agrees to a request of their own: another person has to.',
)
const decidedAlready = text(
  '这项申请已经有人审批，请刷新查看。',
  'This request was decided already. Load the page again.',
)
const refusedWhy = text('不同意的，请写明理由。', 'Say why it is refused.')
const notReady: Readonly<Record<Exclude<ClearExport['state'], 'ready'>, ReturnType<typeof text>>> = {
  waiting: text('还没有人审批，请等待另一人同意。', 'Nobody has agreed yet: wait for the second person.'),
  refused: text('这项申请没有获得同意。', 'This request was refused.'),
  taken: text(
    '这份文件已经下载过，只能下载一次。确有需要的，请重新申请。',
    'The file was taken already, and that is possible once. Ask again if you need it.',
  ),
  over: text(
    '已经超过24小时，不能再下载。请重新申请。',
    'More than 24 hours have passed: it cannot be taken any more. Ask again.',
  ),
}
