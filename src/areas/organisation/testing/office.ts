import { newId } from '../../../platform/db/id.ts'
import type { Scope } from '../../../platform/db/scope.ts'
import {
  type Actor,
  type ChangeKind,
  type Reader,
  read,
  type Writer,
  write,
} from '../../../platform/db/transaction.ts'
import type { Question } from '../../../platform/figures/contract.ts'
import { answerValue } from '../../../platform/figures/answer.ts'
import { type Figures, figureNamed, figuresOf } from '../../../platform/figures/registry.ts'
import { resolveQuestion } from '../../../platform/figures/resolve.ts'
import { partOf, rowsPage } from '../../../platform/figures/rows.ts'
import { recordsEngine } from '../../../platform/records/engine.ts'
import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { correctDeed } from '../../../platform/records/deeds/correct-deed.ts'
import type { DeedInput } from '../../../platform/records/deeds/deed-input.ts'
import { performDeed } from '../../../platform/records/deeds/perform-deed.ts'
import type { Records } from '../../../platform/records/records.ts'
import {
  correctRecord,
  type CorrectionInput,
  type EventInput,
  eraseRecord,
  recordEvent,
  removeRecord,
} from '../../../platform/records/write.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import type { Day } from '../../../platform/values/day.ts'
import { organisationArea } from '../area.ts'

const types = {
  place: 'organisation.place',
  organisation: 'organisation.party_organisation',
  person: 'organisation.legal_person',
  council: 'organisation.council',
  seat: 'organisation.council_seat',
  covered: 'organisation.covered_unit',
} as const
export type Short = keyof typeof types
type Values = Readonly<Record<string, string | null>>

/** An office on a real database, spoken to as the procedures do, in the area's own words. */
export type TestOffice = Awaited<ReturnType<typeof openOffice>>

export const clerk: Actor = { id: 'test-clerk', name: '测试经办人' }

export async function openOffice(office = 1, shared?: TestDatabase) {
  const database = shared ?? (await testDatabase([organisationArea]))
  const whole: Scope = { office, places: 'all' }
  const [place, line] = organisationArea.hierarchies ?? []
  if (!place || !line) throw new Error('the area gives no trees')
  const engine = recordsEngine(organisationArea.records, place)
  const figures: Figures = figuresOf(
    database,
    engine,
    organisationArea.figures,
    [place, line],
    organisationArea.balances,
  )
  const behaviours = new Map<string, RecordBehaviour>(
    organisationArea.records.map((behaviour) => [behaviour.type.id, behaviour]),
  )
  const records: Records = { database, engine, behaviours, place }
  await foundOffice(database, office)

  const asking = (scope: Scope) => ({ scope, actor: clerk })
  const base = (type: Short, reason: string | null) => ({
    type: types[type],
    reason,
    idempotencyKey: newId(),
    overrides: [],
  })
  const versionOf = async (type: Short, id: string) =>
    await read<unknown, string>(database, whole, async (reader) =>
      String((await engine.load(reader, typeOf(type), [id])).get(id)?.version ?? 0n),
    )
  const typeOf = (type: Short) =>
    engine.types.get(types[type]) as NonNullable<ReturnType<typeof engine.types.get>>

  return {
    database,
    engine,
    figures,
    records,
    whole,
    typeOf,
    versionOf,
    establish: async (type: Short, onDate: string, sets: Values, header: Values = {}, scope = whole) =>
      (
        await recordEvent(records, asking(scope), {
          ...base(type, null),
          act: 'established',
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
    correctDeed: async (deed: string, { day, neverWas }: { day?: string; neverWas: boolean }) =>
      await correctDeed(records, asking(whole), {
        ...base('organisation', '核对原始文件'),
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
    load: async (type: Short, id: string, known: bigint | null = null, scope = whole) =>
      await read<
        unknown,
        Awaited<ReturnType<typeof engine.load>> extends Map<string, infer R> ? R | undefined : never
      >(database, scope, async (reader) => (await engine.load(reader, typeOf(type), [id])).get(id), known),
    value: async (question: Question, scope = whole) => {
      const asked = await resolveQuestion(figures, scope, figureNamed(figures, question.figure), question)
      return await answerValue(figures, asked, true)
    },
    rows: async (question: Question, part?: 'numerator' | 'denominator', scope = whole) => {
      const asked = await resolveQuestion(figures, scope, figureNamed(figures, question.figure), question)
      return await rowsPage(figures, asked, partOf(asked, part), null, undefined)
    },
    head: async () => await read<unknown, bigint>(database, whole, async (reader) => await headOf(reader)),
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
async function foundOffice(database: TestDatabase, office: number): Promise<void> {
  await database.query(
    { office, places: 'all' },
    {
      name: 'found_office',
      text: `insert into platform.office (office_id, name_zh, name_en) values ($1::int, '测试街道', 'Test Subdistrict') on conflict do nothing`,
      values: [String(office)],
    },
  )
}
