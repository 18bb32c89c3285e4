import type { Middleware, ORPCErrorConstructorMap } from '@orpc/server'
import type { Caller } from '../../access/caller.ts'
import type { Scope } from '../../db/scope.ts'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import type { Access, ProcedureMeta } from '../procedure.ts'
import { comingFrom } from '../../audit/origin.ts'
import { appendRefusal } from '../../audit/append-refusal.ts'
import { appendAnswer, originOfRequest } from './audit-request.ts'
import { type Context, notSignedIn } from './context.ts'
import { errorAnswer } from './error-answer.ts'
import { retryAfter } from './retry-after.ts'
import { refuseOveruse } from './reveal-limit.ts'

type ErrorMakers = ORPCErrorConstructorMap<Record<never, never>>
type Guard = Middleware<Context, { scope: Scope }, unknown, unknown, ErrorMakers, ProcedureMeta>

/**
 * Stands before every procedure: enforces the declared permission and scope, lets out declared fields only, keeps what goes out and who
 * is refused in the chain of events, bounds how much one account sees in clear, and turns whatever is thrown into an answer that says no more than it may.
 */
export const guard: Guard = async ({ context, procedure, path, next }, input) => {
  const name = path.join('.')
  context.began?.(name)
  const { caller } = context
  const { access } = procedure['~orpc'].meta
  const scope = access ? scopeOf(access, caller) : nowhere
  const origin = originOfRequest(context, name, scope, input)
  try {
    if (!access) throw new Error(`${name} declares no access`)
    admit(access, caller, () =>
      context.log.warn({ event: 'denied', procedure: name, permission: access.permission }),
    )
    if (access.audit === 'reveal' && caller) await refuseOveruse(context.database, caller)
    const result = await comingFrom(origin, () => next({ context: { scope } }))
    holdBack(result.output, access.fields, name)
    if (access.audit === 'export' || access.audit === 'reveal')
      await appendAnswer(context, { ...origin, kind: access.audit }, input, result.output)
    return result
  } catch (error) {
    const answer = errorAnswer(error, context.log)
    const seconds = retryAfter(answer)
    if (seconds !== null) context.retryAfter?.(seconds)
    const { permission, reveals } = (answer.data as { details: { permission?: string; reveals?: number } })
      .details
    if (!caller || (answer.code !== 'FORBIDDEN' && reveals === undefined)) throw answer
    await appendRefusal(
      context.database,
      caller.office,
      origin,
      reveals ? { reveals } : { permission },
    ).catch((failure: unknown) => {
      throw errorAnswer(failure, context.log)
    })
    throw answer
  }
}

const nowhere: Scope = { office: 0, places: [] }

function admit({ permission, fresh, settled }: Access, caller: Caller | null, denied: () => void): void {
  if (permission === 'public') return
  if (!caller) throw notSignedIn()
  if (settled || permission !== 'signed-in') {
    if (caller.mustChangePassword) throw passwordFirst()
    if (caller.secondFactorRequired && !caller.secondFactor) throw secondFactorFirst()
  }
  if (permission === 'signed-in' || caller.permissions.has(permission)) {
    if (fresh !== undefined && caller.provenAgo > fresh * 60) throw proveAgain(fresh)
    return
  }
  denied()
  throw new Refusal(
    'FORBIDDEN',
    text(
      `您的角色没有此项权限（${permission}）。如工作需要，请联系系统管理员。`,
      `Your roles do not hold the permission “${permission}”. Ask the administrator if your work needs it.`,
    ),
    { permission },
  )
}

/** No rows without a declared scope; the register of an office is open wherever in the office the permission is held. */
function scopeOf(access: Access, caller: Caller | null): Scope {
  if (!caller) return nowhere
  if (access.scope === 'none') return { office: caller.office, places: [] }
  if (access.scope === 'office') return { office: caller.office, places: 'all' }
  return access.permission === 'signed-in' ? caller.scope : caller.scopeOf(access.permission)
}

function holdBack(output: unknown, fields: readonly string[], name: string): void {
  if (output === undefined) return
  const undeclared =
    output instanceof Blob
      ? ['file'].filter((field) => !fields.includes(field))
      : isPlainObject(output)
        ? Object.keys(output).filter((field) => !fields.includes(field))
        : [`(${Array.isArray(output) ? 'array' : typeof output})`]
  if (undeclared.length > 0) throw new Error(`${name} answered undeclared fields: ${undeclared.join(', ')}`)
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function passwordFirst(): Refusal {
  return new Refusal(
    'FORBIDDEN',
    text('请先修改一次性密码，再继续使用。', 'Change your one-time password first.'),
    { mustChangePassword: true },
  )
}

function secondFactorFirst(): Refusal {
  return new Refusal(
    'FORBIDDEN',
    text(
      '本单位要求设置第二重验证。请先设置，再继续使用。',
      'The office asks for a second factor. Set it up first.',
    ),
    { secondFactorRequired: true },
  )
}

/** The page asks for the password, and then sends the same request again. */
function proveAgain(minutes: number): Refusal {
  return new Refusal(
    'FORBIDDEN',
    text(
      `此项操作要求${minutes}分钟内验证过身份。请再次输入密码。`,
      `This asks that you proved to be yourself within ${minutes} minutes. Enter your password again.`,
    ),
    { proveAgain: true, minutes },
  )
}
