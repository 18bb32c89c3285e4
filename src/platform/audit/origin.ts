import { AsyncLocalStorage } from 'node:async_hooks'
import type { AuditEvent } from './event.ts'

/** Who acts, by what, from where: what every event of a request or command says beside its kind. */
export type Origin = Omit<AuditEvent, 'kind' | 'reason' | 'details'>

const current = new AsyncLocalStorage<Origin>()

/** Runs a request or command as coming from there; what it starts and lets go on afterwards comes from there as well. */
export const comingFrom = <Result>(origin: Origin, act: () => Result): Result => current.run(origin, act)

/** Who acts from the machine itself, and not over the network. */
export const fromMachine = (actor: AuditEvent['actor'], act: string): Origin => ({
  act,
  actor,
  roles: [],
  places: 'all',
  address: null,
})

const program = fromMachine({ id: 'program', name: '小马 Xiaoma' }, 'program')

/** Without a request or command it is the program by itself. */
export const originOf = (): Origin => current.getStore() ?? program
