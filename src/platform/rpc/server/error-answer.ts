import { randomUUID } from 'node:crypto'
import { ORPCError, ValidationError } from '@orpc/server'
import { Refusal, type RefusalCode } from '../../refusal.ts'
import { type Text, text } from '../../text.ts'
import { declaredErrors } from '../procedure.ts'
import { databaseRefusal } from './database-refusal.ts'
import { inputRefusal } from './input-refusal.ts'
import type { EventLog } from './log.ts'

/** What the person is told of anything that was thrown. The unforeseen is logged under an id, and only the id goes out. */
export function errorAnswer(error: unknown, log: EventLog): ORPCError<string, unknown> {
  if (error instanceof ORPCError && isDeclared(error)) return error
  const refusal = asRefusal(error)
  if (refusal) {
    if (refusal.code === 'UNAVAILABLE') log.warn({ err: error, event: 'unavailable' })
    return declared(refusal.code, refusal.words, refusal.data)
  }
  const id = randomUUID()
  log.error({ err: error, event: 'failed', errorId: id })
  return new ORPCError('INTERNAL_SERVER_ERROR', {
    message: 'Internal server error',
    data: { words: failed(id), details: { id } },
  })
}

function asRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError) {
    return inputRefusal(error.cause)
  }
  return databaseRefusal(error)
}

function declared(code: RefusalCode, words: Text, details: Refusal['data']): ORPCError<string, unknown> {
  return new ORPCError(code, {
    status: declaredErrors[code].status,
    message: words.en,
    data: { words, details },
  })
}

/** An error that a handler made from the contract passes as it is. */
function isDeclared(error: ORPCError<string, unknown>): boolean {
  const schema = declaredErrors[error.code as RefusalCode] as (typeof declaredErrors)[RefusalCode] | undefined
  return schema !== undefined && error.status === schema.status && schema.data.safeParse(error.data).success
}

const failed = (id: string) =>
  text(
    `系统出错，此次操作未完成。请将编号 ${id} 告知系统管理员。`,
    `Something failed and nothing was done. Tell the administrator this number: ${id}.`,
  )
