import type { Middleware, ORPCErrorConstructorMap } from '@orpc/server'
import type { Caller } from '../../access/caller.ts'
import type { Scope } from '../../db/scope.ts'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import type { Access, ProcedureMeta } from '../procedure.ts'
import { type Context, notSignedIn } from './context.ts'
import { errorAnswer } from './error-answer.ts'

type ErrorMakers = ORPCErrorConstructorMap<Record<never, never>>
type Guard = Middleware<Context, { scope: Scope }, unknown, unknown, ErrorMakers, ProcedureMeta>

/**
 * Stands before every procedure: enforces the declared permission and scope, lets out declared fields only, and turns
 * whatever is thrown into an answer that says no more than it may.
 */
export const guard: Guard = async ({ context, procedure, path, next }) => {
  const name = path.join('.')
  try {
    const access = declaredAccess(procedure['~orpc'].meta, name)
    admit(access, context.caller, () =>
      context.log.warn({ event: 'denied', procedure: name, permission: access.permission }),
    )
    const result = await next({ context: { scope: scopeOf(access, context.caller) } })
    holdBack(result.output, access.fields, name)
    return result
  } catch (error) {
    throw errorAnswer(error, context.log)
  }
}

function declaredAccess(meta: ProcedureMeta, name: string): Access {
  if (!meta.access) throw new Error(`${name} declares no access`)
  return meta.access
}

function admit({ permission, fresh }: Access, caller: Caller | null, denied: () => void): void {
  if (permission === 'public') return
  if (!caller) throw notSignedIn()
  if (permission !== 'signed-in') {
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
  if (!caller) return { office: 0, places: [] }
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
