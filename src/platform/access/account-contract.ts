import * as z from 'zod'
import { daySchema } from '../rpc/common-schemas.ts'
import { procedure, textSchema } from '../rpc/procedure.ts'

/** Minutes within which the person must have proved to be themselves before an act on what others may do. */
const fresh = 10

const see = (...fields: string[]) =>
  procedure({ permission: 'access.see', scope: 'none', audit: 'none', fields })
/** What the system administrator does: accounts exist, and can be signed in to. */
const keep = (...fields: string[]) =>
  procedure({ permission: 'access.accounts', scope: 'none', audit: 'act', fields, fresh })
/** What the security administrator does: who may do what, and how they prove to be themselves. */
const manage = (...fields: string[]) =>
  procedure({ permission: 'access.manage', scope: 'none', audit: 'act', fields, fresh })

/** A role of an account: `from` is its first day, `to` the first day on which it no longer counts. */
export const grantedRoleSchema = z.object({
  id: z.string(),
  role: z.string(),
  words: textSchema,
  /** Null: the whole office. */
  place: z.object({ id: z.string(), name: z.string() }).nullable(),
  from: daySchema,
  to: daySchema.nullable(),
  state: z.enum(['coming', 'in_force', 'ended']),
})

export const accountSchema = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  /** A demo account, whose password is public. */
  published: z.boolean(),
  mustChangePassword: z.boolean(),
  secondFactor: z.boolean(),
  /** Linked to a person of the provider of single sign-on. */
  linked: z.boolean(),
  /** ISO 8601; null where nobody has signed in with it yet. */
  lastSignIn: z.string().nullable(),
  roles: z.array(grantedRoleSchema),
})

export const accountPlaceSchema = z.object({ id: z.string(), code: z.string().nullable(), name: z.string() })

/** `place` is an id or a code of `accountPlaces`, null for the whole office: nothing is given over more by leaving it out. */
const roleToGrant = z.object({
  role: z.string().min(1).max(64),
  place: z.string().min(1).max(64).nullable(),
  from: daySchema.optional(),
  /** The first day on which it no longer counts; absent: until it is ended. */
  to: daySchema.optional(),
})
const onceShown = z.object({ id: z.string(), username: z.string(), password: z.string() })

const policySchema = z.object({
  secondFactor: z.object({
    of: z.enum(['nobody', 'roles', 'all']),
    roles: z.array(z.string().max(64)).max(100),
  }),
  sessionsPerAccount: z.number().int().min(1).max(50),
})

/** The accounts of an office and their roles. An administrator of these sees no records. */
export const accountContract = {
  accountsList: see('accounts', 'locked')
    .route({ method: 'GET', path: '/accounts', summary: 'The accounts of the office with their roles' })
    .output(
      z.object({
        accounts: z.array(accountSchema),
        /** The ids of those that wrong passwords have locked for a while. */
        locked: z.array(z.string()),
      }),
    ),
  accountsAdd: keep('id', 'username', 'password')
    .route({
      method: 'POST',
      path: '/accounts',
      summary: 'Add an account; answers its one-time password once',
    })
    .input(
      z.object({
        username: z.string().trim().min(1).max(64),
        name: z.string().trim().min(1).max(64),
      }),
    )
    .output(onceShown),
  accountsGrantRole: manage('id')
    .route({ method: 'POST', path: '/accounts/{account}/roles', summary: 'Grant a role to an account' })
    .input(roleToGrant.extend({ account: z.uuid() }))
    .output(z.object({ id: z.string() })),
  accountsEndRole: manage('done')
    .route({
      method: 'POST',
      path: '/account-roles/{id}/end',
      summary: 'End a role: from the day on (today by default) it no longer counts',
    })
    .input(z.object({ id: z.uuid(), on: daySchema.optional() }))
    .output(z.object({ done: z.boolean() })),
  accountsResetPassword: keep('id', 'username', 'password')
    .route({
      method: 'POST',
      path: '/accounts/{account}/password',
      summary: 'Reset a password; ends the sessions of the account and answers a one-time password once',
    })
    .input(z.object({ account: z.uuid() }))
    .output(onceShown),
  accountsResetSecondFactor: manage('done')
    .route({
      method: 'POST',
      path: '/accounts/{account}/second-factor/reset',
      summary: 'Reset the second factor of an account; ends its sessions',
    })
    .input(z.object({ account: z.uuid() }))
    .output(z.object({ done: z.boolean() })),
  accountsUnlink: keep('done')
    .route({
      method: 'POST',
      path: '/accounts/{account}/unlink',
      summary: 'Undo the link of an account to single sign-on; ends the sessions that it began',
    })
    .input(z.object({ account: z.uuid() }))
    .output(z.object({ done: z.boolean() })),
  accountsUnlock: manage('done')
    .route({
      method: 'POST',
      path: '/accounts/{account}/unlock',
      summary: 'Let an account try again that was locked after wrong passwords',
    })
    .input(z.object({ account: z.uuid() }))
    .output(z.object({ done: z.boolean() })),
  policy: see(...Object.keys(policySchema.shape))
    .route({ method: 'GET', path: '/access-policy', summary: 'What the office asks of every sign-in' })
    .output(policySchema),
  setPolicy: manage('done')
    .route({ method: 'POST', path: '/access-policy', summary: 'Set what the office asks of every sign-in' })
    .input(policySchema)
    .output(z.object({ done: z.boolean() })),
  rolesCatalogue: see('roles')
    .route({ method: 'GET', path: '/roles', summary: 'Every role and what it permits' })
    .output(
      z.object({
        roles: z.array(
          z.object({
            id: z.string(),
            words: textSchema,
            /** Stands apart: for the whole office, and beside no other role. */
            administrator: z.boolean(),
            permissions: z.array(z.object({ id: z.string(), words: textSchema })),
          }),
        ),
      }),
    ),
  accountPlaces: see('places')
    .route({
      method: 'GET',
      path: '/account-places',
      summary: 'The places over which a role may be granted, by name and code only',
    })
    .output(z.object({ places: z.array(accountPlaceSchema) })),
}

export type ListedAccount = z.output<typeof accountSchema>
export type GrantedRole = z.output<typeof grantedRoleSchema>
export type AccountPlace = z.output<typeof accountPlaceSchema>
export type OncePassword = z.output<typeof onceShown>
