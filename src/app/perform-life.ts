import type { DemoAct, DemoFounded } from '../../demo/make-life.ts'
import { type Actor, read } from '../platform/db/transaction.ts'
import type { Scope } from '../platform/db/scope.ts'
import type { DeedInput } from '../platform/records/deeds/deed-input.ts'
import { performDeed } from '../platform/records/deeds/perform-deed.ts'
import { performBulk } from '../platform/records/bulk/perform-bulk.ts'
import { dependentsOf } from '../platform/records/dependents.ts'
import { fieldOf, type RecordType } from '../platform/records/record-type.ts'
import { keyText } from '../platform/records/records-engine.ts'
import type { Records } from '../platform/records/records.ts'
import { correctRecord, recordEvent } from '../platform/records/write.ts'
import { wasAnswered } from '../platform/rpc/server/once-only.ts'

type Values = Readonly<Record<string, string | null>>
type Asking = { readonly scope: Scope; readonly actor: Actor }

/** Does what a clerk would do on the pages, each act once however often it is asked for; `name` tells one demo from another. */
export async function performLife(
  records: Records,
  asking: Asking,
  acts: readonly DemoAct[],
  name: string,
): Promise<void> {
  const performer = new Performer(records, asking)
  for (const [index, act] of acts.entries()) await performer.perform(act, `${name}-${index}`)
}

class Performer {
  readonly #records: Records
  readonly #asking: Asking
  readonly #organisation: RecordType

  constructor(records: Records, asking: Asking) {
    this.#records = records
    this.#asking = asking
    this.#organisation = this.#typeOf('organisation.party_organisation')
  }

  async perform(act: DemoAct, key: string): Promise<void> {
    switch (act.does) {
      case 'dissolve':
        return await this.#deed(act, key, act.codes, null, { cause: act.cause })
      case 'merge':
        return await this.#deed(act, key, act.codes, act.founded.code, {}, act.founded)
      case 'absorb':
        return await this.#deed(act, key, act.codes, await this.#idOf(this.#organisation, act.into))
      case 'reclassify': {
        const id = await this.#idOf(this.#organisation, act.code)
        await this.#happen(act, key, this.#organisation, 'reclassified', { id, sets: act.sets })
        return
      }
      case 'found':
        return await this.#found(act, key)
      case 'happen': {
        const type = this.#typeOf(act.type)
        const id = await this.#idOf(type, ...act.key)
        await this.#happen(act, key, type, act.act, { id, sets: await this.#referred(type, act.sets) })
        return
      }
      case 'tell_time':
        return await this.#tellTime(act, key)
      case 'happen_to_many':
        return await this.#happenToMany(act, key)
    }
  }

  async #found(act: Extract<DemoAct, { does: 'found' }>, key: string): Promise<void> {
    const { header, sets } = await this.#newborn(act.founded)
    const { id } = await this.#happen(act, key, this.#organisation, act.act, { header, sets })
    const covered = this.#typeOf('organisation.covered_unit')
    for (const code of act.covers) {
      const unit_id = await this.#idOf(this.#typeOf('organisation.legal_person'), code)
      await this.#happen(act, `${key}-${code}`, covered, 'established', {
        header: { invented: 'true' },
        sets: { organisation_id: id, unit_id },
      })
    }
  }

  async #tellTime(
    { type: name, key, at, reason, documentNo }: Extract<DemoAct, { does: 'tell_time' }>,
    idempotencyKey: string,
  ): Promise<void> {
    // Done already, the record is newer than the version that the same request named.
    if (await wasAnswered(this.#records.database, this.#asking.scope, idempotencyKey)) return
    const type = this.#typeOf(name)
    const id = await this.#idOf(type, ...key)
    const record = await read(this.#records.database, this.#asking.scope, async (reader) =>
      (await this.#records.engine.load(reader, type, [id])).get(id),
    )
    const first = record?.events[0]
    if (!record || !first) throw new Error(`the demo has no ${name} ${key.join(' ')}`)
    await correctRecord(this.#records, this.#asking, {
      type: name,
      reason,
      overrides: [],
      idempotencyKey,
      id,
      version: String(record.version),
      header: {},
      event: { id: first.id, documentNo, neverWas: false, sets: { at } },
    })
  }

  async #happenToMany(
    { type: name, keys, act, sets, onDate, documentNo }: Extract<DemoAct, { does: 'happen_to_many' }>,
    idempotencyKey: string,
  ): Promise<void> {
    // Done already, the records are newer than the versions that the same request named.
    if (await wasAnswered(this.#records.database, this.#asking.scope, idempotencyKey)) return
    const type = this.#typeOf(name)
    const ids = await Promise.all(keys.map((parts) => this.#idOf(type, ...parts)))
    const versions = await read<unknown, ReadonlyMap<string, { readonly version: bigint }>>(
      this.#records.database,
      this.#asking.scope,
      async (reader) => await this.#records.engine.load(reader, type, ids),
    )
    await performBulk(this.#records, this.#asking, {
      type: name,
      reason: null,
      overrides: [],
      idempotencyKey,
      act,
      onDate,
      documentNo,
      sets,
      records: ids.map((id) => ({ id, version: String(versions.get(id)?.version ?? 0n), sets: {} })),
    })
  }

  async #happen(
    { onDate, documentNo }: DemoAct,
    idempotencyKey: string,
    type: RecordType,
    act: string,
    { id, header = {}, sets }: { id?: string; header?: Values; sets: Values },
  ): Promise<{ id: string }> {
    const base = { type: type.id, reason: null, overrides: [], idempotencyKey, onDate, documentNo }
    return await recordEvent(this.#records, this.#asking, { ...base, act, id, header, sets })
  }

  /** What ends, what goes on or begins in its stead, and everything that hung on it going there; null: it ends too. */
  async #deed(
    { does, onDate, documentNo }: DemoAct,
    idempotencyKey: string,
    codes: readonly string[],
    heir: string | null,
    sets: Values = {},
    founded?: DemoFounded,
  ): Promise<void> {
    // Done already, what hung on them is elsewhere now, and the same request would no longer say the same.
    if (await wasAnswered(this.#records.database, this.#asking.scope, idempotencyKey)) return
    const ids = await Promise.all(codes.map((code) => this.#idOf(this.#organisation, code)))
    const input: DeedInput = {
      type: this.#organisation.id,
      reason: null,
      overrides: [],
      idempotencyKey,
      deed: does,
      onDate,
      documentNo,
      ending: ids.map((id) => ({ id, sets })),
      lasting: heir !== null && !founded ? [{ id: heir, sets: {} }] : [],
      beginning: founded ? [await this.#newborn(founded)] : [],
      moves: await this.#movesTo(heir, ids, onDate),
    }
    await performDeed(this.#records, this.#asking, input)
  }

  async #movesTo(
    heir: string | null,
    ids: readonly string[],
    onDate: DeedInput['onDate'],
  ): Promise<DeedInput['moves']> {
    return await read<unknown, DeedInput['moves']>(
      this.#records.database,
      this.#asking.scope,
      async (reader) => {
        const { engine } = this.#records
        const hanging = await dependentsOf(engine, reader, this.#organisation, ids, onDate, 'from the day on')
        return hanging.map(({ type, id, on }) => ({ type: type.id, id, on, to: heir }))
      },
    )
  }

  async #newborn({ code, sets }: DemoFounded): Promise<DeedInput['beginning'][number]> {
    const referred = await this.#referred(this.#organisation, sets)
    return { name: code, header: { code, invented: 'true' }, sets: referred }
  }

  /** Values with the ids of what they name by a key. */
  async #referred(type: RecordType, sets: Values): Promise<Record<string, string | null>> {
    const referred: Record<string, string | null> = {}
    for (const [key, value] of Object.entries(sets)) {
      const field = fieldOf(type, key)
      referred[key] =
        field.kind === 'reference' && value !== null ? await this.#idOf(this.#typeOf(field.to), value) : value
    }
    return referred
  }

  #typeOf(id: string): RecordType {
    const type = this.#records.engine.types.get(id)
    if (!type) throw new Error(`no record type ${id}`)
    return type
  }

  /** The record of a natural key; what a part of it names is told by a key of one part. */
  async #idOf(type: RecordType, ...parts: readonly string[]): Promise<string> {
    const key = await Promise.all(
      type.naturalKey.map(async (name, index) => {
        const field = fieldOf(type, name)
        const part = parts[index] as string
        return field.kind === 'reference' ? await this.#idOf(this.#typeOf(field.to), part) : part
      }),
    )
    const id = await read<unknown, string | undefined>(
      this.#records.database,
      this.#asking.scope,
      async (reader) => (await this.#records.engine.findByKey(reader, type, [key])).get(keyText(key))?.[0],
    )
    if (!id) throw new Error(`the demo has no ${type.id} with the key ${parts.join(' ')}`)
    return id
  }
}
