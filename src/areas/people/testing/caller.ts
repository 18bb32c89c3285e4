import { pino } from 'pino'
import { makeCaller } from '../../../platform/access/caller.ts'
import type { Roles } from '../../../platform/access/role.ts'
import type { Database } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/db/id.ts'
import type { Context } from '../../../platform/rpc/server/context.ts'
import { text } from '../../../platform/text.ts'

/** A request of somebody who holds these permissions in the whole office, or in one place. */
export function requestOf(
  database: Database,
  person: string,
  permissions: readonly string[],
  place: string | null = null,
): { context: Context } {
  const account = {
    id: person,
    name: `测试${person}`,
    username: person,
    office: 1,
    mustChangePassword: false,
    secondFactorAsked: false,
    secondFactorRequired: false,
    secondFactor: false,
    provenAgo: 0,
    demo: false,
  }
  const roles: Roles = { tested: { words: text('测试', 'Tested'), permissions: [...permissions] } }
  return {
    context: {
      request: { id: newId(), headers: {}, ip: '127.0.0.1' },
      caller: makeCaller(account, [{ role: 'tested', place }], roles),
      database,
      log: pino({ level: 'silent' }),
      setCookie: () => undefined,
    },
  }
}
