import { AsyncLocalStorage } from 'node:async_hooks'
import type { AuditEvent } from './event.ts'

/** Where an act comes from: what every event of it says beside its kind. */
export type Origin = Pick<AuditEvent, 'act' | 'roles' | 'address' | 'requestId' | 'subject'>

const current = new AsyncLocalStorage<Origin>()

/** Runs a request or command as coming from there: what it starts and lets go on afterwards comes from there as well. */
export const comingFrom = <Result>(origin: Origin, act: () => Result): Result => current.run(origin, act)

/** Without a request it is the program itself, at its start or from the command line. */
export const originOf = (): Origin =>
  current.getStore() ?? { act: 'program', roles: [], address: null, requestId: null, subject: null }
