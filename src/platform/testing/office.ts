import type { Area } from '../area.ts'
import { composeAreas } from '../compose-areas.ts'
import { newId } from '../db/id.ts'
import type { Scope } from '../db/scope.ts'
import { type Actor, type ChangeKind, type Reader, read, type Writer, write } from '../db/transaction.ts'
import { answerValue } from '../figures/answer.ts'
import type { Question } from '../figures/contract.ts'
import { figureNamed } from '../figures/registry.ts'
import { resolveQuestion } from '../figures/resolve.ts'
import { partOf, rowsPage } from '../figures/rows.ts'
import { correctDeed } from '../records/deeds/correct-deed.ts'
import type { DeedInput } from '../records/deeds/deed-input.ts'
import { performDeed } from '../records/deeds/perform-deed.ts'
import type { RecordType } from '../records/record-type.ts'
import type { StoredRecord } from '../records/records-engine.ts'
import {
  correctRecord,
  type CorrectionInput,
  type EventInput,
  eraseRecord,
  recordEvent,
  removeRecord,
} from '../records/write.ts'
import type { Day } from '../values/day.ts'
import { type TestDatabase, testDatabase } from './database.ts'

type Values = Readonly<Record<string, string | null>>

export const clerk: Actor = { id: 'test-clerk', name: '测试经办人' }

/**
 * An office of some areas on a real database, spoken to as the procedures do. `types` gives a short name to each record type that is
 * spoken of; `shared` puts the office, by its number, on a database that other offices use.
 */
export async function openTestOffice<Short extends string>(
  areas: readonly Area[],
  types: Readonly<Record<Short, string>>,
  { office = 1, shared }: { office?: number; shared?: TestDatabase | undefined } = {},
) {
  const database = shared ?? (await testDatabase(areas))
  const whole: Scope = { office, places: 'all' }
  const { records, figures, ledgers } = composeAreas(database, areas)
  const { engine } = records
  await foundOffice(database, whole)

  const asking = (scope: Scope) => ({ scope, actor: clerk })
  const base = (type: Short, reason: string | null) => ({
    type: types[type],
    reason,
    idempotencyKey: newId(),
    overrides: [],
  })
  const typeOf = (type: Short) => engine.types.get(types[type]) as RecordType
  const load = async (type: Short, id: string, known: bigint | null = null, scope = whole) =>
    await read<unknown, StoredRecord | undefined>(
      database,
      scope,
      async (reader) => (await engine.load(reader, typeOf(type), [id])).get(id),
      known,
    )
  const versionOf = async (type: Short, id: string) => String((await load(type, id))?.version ?? 0n)
  /** The act by which a record first begins. */
  const beginning = (type: Short) =>
    typeOf(type).acts.find((act) => act.effect === 'begins' && !act.again)?.kind as string
  const asked = (question: Question, scope: Scope) =>
    resolveQuestion(figures, scope, figureNamed(figures, question.figure), question)

  return {
    database,
    engine,
    figures,
    records,
    ledgers,
    whole,
    typeOf,
    load,
    versionOf,
    establish: async (type: Short, onDate: string, sets: Values, header: Values = {}, scope = whole) =>
      (
        await recordEvent(records, asking(scope), {
          ...base(type, null),
          act: beginning(type),
          onDate: onDate as Day,
          documentNo: null,
          header,
          sets,
        } as EventInput)
      ).id,
    happen: async (type: Short, id: string, act: string, onDate: string, sets: Values = {}, scope = whole) =>
      await recordEvent(records, asking(scope), {
        ...base(type, null),
        id,
        version: await versionOf(type, id),
        act,
        onDate: onDate as Day,
        documentNo: null,
        header: {},
        sets,
      } as EventInput),
    correct: async (
      type: Short,
      id: string,
      event: CorrectionInput['event'],
      header: Values = {},
      reason = '核对原始文件',
      scope = whole,
    ) =>
      await correctRecord(records, asking(scope), {
        ...base(type, reason),
        id,
        version: await versionOf(type, id),
        header,
        event,
      } as CorrectionInput),
    deed: async (
      about: Short,
      kind: string,
      onDate: string,
      parts: {
        ending: DeedInput['ending']
        lasting: DeedInput['lasting']
        beginning: DeedInput['beginning']
        moves: readonly { type: Short; id: string; on: string; to: string | null }[]
      },
    ) =>
      await performDeed(records, asking(whole), {
        ...base(about, null),
        ...parts,
        moves: parts.moves.map((move) => ({ ...move, type: types[move.type] })),
        deed: kind,
        onDate: onDate as Day,
        documentNo: null,
      }),
    correctDeed: async (about: Short, deed: string, { day, neverWas }: { day?: string; neverWas: boolean }) =>
      await correctDeed(records, asking(whole), {
        ...base(about, '核对原始文件'),
        deed,
        neverWas,
        ...(day ? { onDate: day as Day } : {}),
      }),
    remove: async (type: Short, id: string) =>
      await removeRecord(records, asking(whole), {
        ...base(type, '重复登记'),
        id,
        version: await versionOf(type, id),
      }),
    erase: async (type: Short, id: string) =>
      await eraseRecord(records, asking(whole), { ...base(type, '本人申请删除'), id }),
    value: async (question: Question, scope = whole) =>
      await answerValue(figures, await asked(question, scope), true),
    rows: async (
      question: Question,
      page: { part?: 'numerator' | 'denominator'; limit?: number; cursor?: string; scope?: Scope } = {},
    ) => {
      const resolved = await asked(question, page.scope ?? whole)
      return await rowsPage(figures, resolved, partOf(resolved, page.part), page.limit ?? null, page.cursor)
    },
    head: async () => await read<unknown, bigint>(database, whole, headOf),
    write: async <Result>(kind: ChangeKind, act: (writer: Writer<unknown>) => Promise<Result>) =>
      await write<unknown, Result>(database, { scope: whole, actor: clerk, kind }, act),
    close: async () => {
      if (!shared) await database.drop()
    },
  }
}

async function headOf(reader: Reader<unknown>): Promise<bigint> {
  const db = reader.db as Reader<{ 'platform.office': { office_id: number; head: bigint } }>['db']
  const row = await db
    .selectFrom('platform.office')
    .where('office_id', '=', reader.scope.office)
    .select('head')
    .executeTakeFirstOrThrow()
  return row.head
}

/** The office's own row is made within its own scope. */
async function foundOffice(database: TestDatabase, scope: Scope): Promise<void> {
  const text = `insert into platform.office (office_id, name_zh, name_en) values ($1::int, '测试', 'Test') on conflict do nothing`
  await database.query(scope, { name: 'found_office', text, values: [String(scope.office)] })
}
