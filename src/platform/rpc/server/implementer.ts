import type { AnyContractRouter } from '@orpc/contract'
import { implement } from '@orpc/server'
import type { ImplementerInternalWithMiddlewares } from '@orpc/server'
import type { Context, GuardedContext } from './context.ts'
import { guard } from './guard.ts'

/** Begins the implementation of a contract: each handler behind the guard. The server refuses to start with any other. */
export function implementer<Contract extends AnyContractRouter>(
  contract: Contract,
): ImplementerInternalWithMiddlewares<Contract, Context, GuardedContext> {
  const begun = implement(contract as AnyContractRouter).$context<Context>() as unknown as {
    use(middleware: typeof guard): unknown
  }
  return begun.use(guard) as ImplementerInternalWithMiddlewares<Contract, Context, GuardedContext>
}
