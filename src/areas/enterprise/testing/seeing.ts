import { pino } from 'pino'
import { makeCaller } from '../../../platform/access/caller.ts'
import type { Context } from '../../../platform/rpc/server/context.ts'
import { text } from '../../../platform/text.ts'
import type { EnterpriseOffice } from './office.ts'

const roles = {
  reader: { words: text('查看', 'Reader'), permissions: ['enterprise.see'] },
  clerk: { words: text('经办', 'Clerk'), permissions: ['enterprise.see', 'enterprise.record'] },
}

/** Somebody who may see companies (a clerk: and record) in one place, or in the whole office, as the host lets them in. */
export function seeing(
  { database, whole }: EnterpriseOffice,
  place: string | null,
  role: keyof typeof roles = 'reader',
): { context: Context } {
  const account = {
    id: 'reader',
    name: '查看人',
    username: 'reader',
    office: whole.office,
    mustChangePassword: false,
    secondFactorAsked: false,
    secondFactorRequired: false,
    secondFactor: false,
    provenAgo: 0,
    demo: false,
  }
  return {
    context: {
      request: { id: '1', headers: {}, ip: '127.0.0.1' },
      caller: makeCaller(account, [{ role, place }], roles),
      database,
      log: pino({ level: 'silent' }),
      setCookie: () => undefined,
    },
  }
}
