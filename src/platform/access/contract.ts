import * as z from 'zod'
import { procedure, textSchema } from '../rpc/procedure.ts'
import { accountContract } from './account-contract.ts'
import { meSchema } from './me-schema.ts'
import { ownRolesContract } from './own-roles-contract.ts'
import { codeSchema, sessionContract } from './session-contract.ts'
import { singleSignOnContract } from './single-sign-on/contract.ts'

export const accessContract = {
  signIn: procedure({
    permission: 'public',
    scope: 'none',
    audit: 'sign_in',
    fields: Object.keys(meSchema.shape),
  })
    .route({ method: 'POST', path: '/session', summary: 'Sign in' })
    .input(
      z.object({
        username: z.string().min(1).max(64),
        password: z.string().min(1).max(200),
        /** Of the second factor, or a recovery code. Asked for by a refusal whose details say `secondFactor`. */
        code: codeSchema.optional(),
      }),
    )
    .output(meSchema),
  signOut: procedure({ permission: 'signed-in', scope: 'none', audit: 'sign_out', fields: ['done'] })
    .route({ method: 'DELETE', path: '/session', summary: 'Sign out' })
    .output(z.object({ done: z.boolean() })),
  me: procedure({
    permission: 'signed-in',
    scope: 'none',
    audit: 'none',
    fields: Object.keys(meSchema.shape),
  })
    .route({ method: 'GET', path: '/session', summary: 'Who is signed in, and what they may do' })
    .output(meSchema),
  changePassword: procedure({ permission: 'signed-in', scope: 'none', audit: 'act', fields: ['done'] })
    .route({ method: 'POST', path: '/session/password', summary: 'Change the own password' })
    .input(z.object({ current: z.string().max(200), next: z.string().min(10).max(200) }))
    .output(z.object({ done: z.boolean() })),
  /** The accounts of a demo, with their published passwords; empty where the office holds real data. */
  demoAccounts: procedure({ permission: 'public', scope: 'none', audit: 'none', fields: ['accounts'] })
    .route({ method: 'GET', path: '/demo-accounts', summary: 'Demo accounts' })
    .output(
      z.object({
        accounts: z.array(
          z.object({ username: z.string(), password: z.string(), name: z.string(), role: textSchema }),
        ),
      }),
    ),
  ...sessionContract,
  ...singleSignOnContract,
  ...accountContract,
  ...ownRolesContract,
}
