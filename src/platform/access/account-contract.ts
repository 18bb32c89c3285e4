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
  /** `resting`: within its days, but its holding is not in force, or what was handed on does not count for whose it is. */
  state: z.enum(['coming', 'in_force', 'resting', 'ended']),
  why: z.object({
    /** Who granted it and when, ISO 8601; null where that was not kept, and no name for the machine itself. */
    granted: z.object({ by: z.string().nullable(), at: z.string().nullable() }).nullable(),
    /** The holding with which it ends, and the first day on which that is no longer held. */
    holding: z.object({ words: textSchema, to: daySchema.nullable() }).nullable(),
    handedOn: z.object({ by: z.string(), reason: z.string().nullable() }).nullable(),
  }),
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
  /** Nobody has signed in with it for so long that it should be closed. */
  unused: z.boolean(),
  /** ISO 8601; null where it is open. */
  closedAt: z.string().nullable(),
  closedReason: z.string().nullable(),
  roles: z.array(grantedRoleSchema),
})

export const accountPlaceSchema = z.object({ id: z.string(), code: z.string().nullable(), name: z.string() })

export const catalogueRoleSchema = z.object({
  id: z.string(),
  words: textSchema,
  /** Stands apart: for the whole office, and beside no other role. */
  administrator: z.boolean(),
  permissions: z.array(z.object({ id: z.string(), words: textSchema })),
})

/** Without why it was granted; `wider`: over a place that is more than the caller sees, which is not named. */
const accountHereSchema = accountSchema.pick({ id: true, name: true, username: true }).extend({
  roles: z.array(grantedRoleSchema.extend({ wider: z.boolean() })),
})

/** What somebody holds, such as a post. `place` is one of `accountPlaces`, over which a role is granted with it by default. */
export const accountHoldingSchema = z.object({
  id: z.string(),
  words: textSchema,
  place: z.string().nullable(),
  from: daySchema,
  to: daySchema.nullable(),
})

/** `place` is an id or a code of `accountPlaces`, null for the whole office: nothing is given over more by leaving it out. */
const roleToGrant = z.object({
  role: z.string().min(1).max(64),
  place: z.string().min(1).max(64).nullable(),
  from: daySchema.optional(),
  /** The first day on which it no longer counts; absent: until it is ended. */
  to: daySchema.optional(),
  /** An id of `accountHoldings`: the role counts only while that is in force. */
  holding: z.uuid().optional(),
})
const reason = z.string().trim().min(1).max(200)
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
  accountsClose: keep('done')
    .route({
      method: 'POST',
      path: '/accounts/{account}/close',
      summary: 'Close an account: its sessions end, nobody signs in to it, and its roles count no more',
    })
    .input(z.object({ account: z.uuid(), reason }))
    .output(z.object({ done: z.boolean() })),
  accountsOpen: keep('done')
    .route({
      method: 'POST',
      path: '/accounts/{account}/open',
      summary: 'Open a closed account again; its second factor and the roles whose days last count as before',
    })
    .input(z.object({ account: z.uuid(), reason }))
    .output(z.object({ done: z.boolean() })),
  accountsEndSessions: keep('ended')
    .route({
      method: 'POST',
      path: '/accounts/{account}/sessions/end',
      summary: 'End every session of an account',
    })
    .input(z.object({ account: z.uuid() }))
    .output(z.object({ ended: z.number().int() })),
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
  accountHoldings: procedure({
    permission: 'access.manage',
    scope: 'none',
    audit: 'none',
    fields: ['holdings'],
  })
    .route({
      method: 'GET',
      path: '/account-holdings',
      summary:
        'What people of this name hold today or later, with which a role may be tied: words and place only',
    })
    .input(z.object({ find: z.string().trim().min(1).max(64) }))
    .output(z.object({ holdings: z.array(accountHoldingSchema) })),
  rolesCatalogue: see('roles')
    .route({ method: 'GET', path: '/roles', summary: 'Every role and what it permits' })
    .output(z.object({ roles: z.array(catalogueRoleSchema) })),
  grantsHere: procedure({
    permission: 'access.see_here',
    scope: 'place',
    audit: 'none',
    fields: ['accounts', 'roles'],
  })
    .route({
      method: 'GET',
      path: '/grants-here',
      summary: 'The accounts whose roles count today in the places of the caller, and what those permit',
    })
    .output(
      z.object({
        accounts: z.array(accountHereSchema),
        roles: z.array(catalogueRoleSchema),
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

export type CatalogueRole = z.output<typeof catalogueRoleSchema>
export type AccountHolding = z.output<typeof accountHoldingSchema>
export type AccountHere = z.output<typeof accountHereSchema>
export type ListedAccount = z.output<typeof accountSchema>
export type GrantedRole = z.output<typeof grantedRoleSchema>
export type AccountPlace = z.output<typeof accountPlaceSchema>
export type OncePassword = z.output<typeof onceShown>
