import { idempotencyKey } from '../../../../platform/web/rpc/idempotency-key.ts'
import { emptyForm, fieldNames, type FormValues } from './form-values.ts'

const key = 'xiaoma.public.unsent'

/** A content that was sent, and the key that it was sent under. */
export type Attempt = { readonly content: string; readonly key: string }

/** Text that was not sent yet, or was sent without an answer. */
export type Unsent = { readonly values: FormValues; readonly attempt: Attempt | null }

/** Reads what was left in this tab; null where nothing was, or nothing that can be read. */
export function readUnsent(storage: Pick<Storage, 'getItem'>): Unsent | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? 'null')
    if (!isObject(kept) || !isObject(kept['values'])) return null
    const { values, attempt } = kept
    return {
      values: {
        ...emptyForm,
        ...Object.fromEntries(fieldNames.map((name) => [name, written(values[name])])),
      },
      attempt:
        isObject(attempt) && typeof attempt['content'] === 'string' && typeof attempt['key'] === 'string'
          ? { content: attempt['content'], key: attempt['key'] }
          : null,
    }
  } catch {
    return null
  }
}

/** Keeps it for this tab alone: a name and a telephone are among it. */
export function keepUnsent(storage: Pick<Storage, 'setItem'>, unsent: Unsent): void {
  storage.setItem(key, JSON.stringify(unsent))
}

export function forgetUnsent(storage: Pick<Storage, 'removeItem'>): void {
  storage.removeItem(key)
}

/** The same content keeps its key, also over a reload, so that sending it again after a lost answer makes nothing twice. */
export function attemptOf(content: unknown, before: Attempt | null, newKey = idempotencyKey): Attempt {
  const sent = JSON.stringify(content)
  return before?.content === sent ? before : { content: sent, key: newKey() }
}

const written = (value: unknown) => (typeof value === 'string' ? value : '')

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
