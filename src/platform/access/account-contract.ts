import * as z from 'zod'
import { daySchema } from '../rpc/common-schemas.ts'
import { procedure, textSchema } from '../rpc/procedure.ts'

const manages = { permission: 'access.manage', scope: 'none' } as const
const manage = (...fields: string[]) => procedure({ ...manages, audit: 'none', fields })
const act = (...fields: string[]) => procedure({ ...manages, audit: 'act', fields })

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
})
const onceShown = z.object({ id: z.string(), username: z.string(), password: z.string() })

/** The accounts of an office and their roles. An administrator of these sees no records. */
export const accountContract = {
  accountsList: manage('accounts')
    .route({ method: 'GET', path: '/accounts', summary: 'The accounts of the office with their roles' })
    .output(z.object({ accounts: z.array(accountSchema) })),
  accountsAdd: act('id', 'username', 'password')
    .route({
      method: 'POST',
      path: '/accounts',
      summary: 'Add an account; answers its one-time password once',
    })
    .input(
      roleToGrant.extend({
        username: z.string().trim().min(1).max(64),
        name: z.string().trim().min(1).max(64),
      }),
    )
    .output(onceShown),
  accountsGrantRole: act('id')
    .route({ method: 'POST', path: '/accounts/{account}/roles', summary: 'Grant a role to an account' })
    .input(roleToGrant.extend({ account: z.uuid() }))
    .output(z.object({ id: z.string() })),
  accountsEndRole: act('done')
    .route({
      method: 'POST',
      path: '/account-roles/{id}/end',
      summary: 'End a role: from the day on (today by default) it no longer counts',
    })
    .input(z.object({ id: z.uuid(), on: daySchema.optional() }))
    .output(z.object({ done: z.boolean() })),
  accountsResetPassword: act('id', 'username', 'password')
    .route({
      method: 'POST',
      path: '/accounts/{account}/password',
      summary: 'Reset a password; ends the sessions of the account and answers a one-time password once',
    })
    .input(z.object({ account: z.uuid() }))
    .output(onceShown),
  rolesCatalogue: manage('roles')
    .route({ method: 'GET', path: '/roles', summary: 'Every role and what it permits' })
    .output(
      z.object({
        roles: z.array(
          z.object({
            id: z.string(),
            words: textSchema,
            permissions: z.array(z.object({ id: z.string(), words: textSchema })),
          }),
        ),
      }),
    ),
  accountPlaces: manage('places')
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
