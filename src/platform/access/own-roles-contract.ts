import * as z from 'zod'
import { daySchema } from '../rpc/common-schemas.ts'
import { procedure, textSchema } from '../rpc/procedure.ts'
import { accountPlaceSchema, grantedRoleSchema } from './account-contract.ts'

const fresh = 10
const signedIn = { permission: 'signed-in', scope: 'none' } as const
/** Whoever reset a password knows the one-time one, and would hand the roles on to an account of their own. */
const settled = true

/** A role that somebody handed on, as they see it. */
export const handedOnRoleSchema = z.object({
  id: z.string(),
  to: z.object({ name: z.string(), username: z.string() }),
  words: textSchema,
  place: z.object({ id: z.string(), name: z.string() }).nullable(),
  from: daySchema,
  until: daySchema,
  state: grantedRoleSchema.shape.state,
  reason: z.string(),
})

/** What somebody does about their own roles. */
export const ownRolesContract = {
  ownRoles: procedure({ ...signedIn, audit: 'none', fields: ['roles', 'handedOn', 'mostDays'] })
    .route({ method: 'GET', path: '/own-roles', summary: 'The own roles, and those handed on to others' })
    .output(
      z.object({
        roles: z.array(
          grantedRoleSchema.extend({
            /** It is the account's own, counts today, and is no administrator's. */
            mayHandOn: z.boolean(),
          }),
        ),
        handedOn: z.array(handedOnRoleSchema),
        /** For so many days at most a role is handed on. */
        mostDays: z.number().int(),
      }),
    ),
  handOnChoices: procedure({ ...signedIn, audit: 'none', fields: ['accounts', 'places', 'whole'], settled })
    .route({
      method: 'GET',
      path: '/own-roles/{grant}/choices',
      summary: 'To whom and over which places a role may be handed on',
    })
    .input(z.object({ grant: z.uuid() }))
    .output(
      z.object({
        accounts: z.array(z.object({ id: z.string(), name: z.string(), username: z.string() })),
        places: z.array(accountPlaceSchema),
        /** It may be handed on over the whole office. */
        whole: z.boolean(),
      }),
    ),
  handOnRole: procedure({ ...signedIn, audit: 'act', fields: ['id'], fresh, settled })
    .route({
      method: 'POST',
      path: '/own-roles/{grant}/hand-on',
      summary: 'Hand an own role on to another account for an absence, over the same place or a smaller one',
    })
    .input(
      z.object({
        grant: z.uuid(),
        account: z.uuid(),
        /** Null: the whole office. */
        place: z.string().min(1).max(64).nullable(),
        from: daySchema,
        /** The first day on which it no longer counts. */
        to: daySchema,
        reason: z.string().trim().min(1).max(200),
      }),
    )
    .output(z.object({ id: z.string() })),
  takeBackRole: procedure({ ...signedIn, audit: 'act', fields: ['done'], fresh, settled })
    .route({
      method: 'POST',
      path: '/own-roles/{grant}/take-back',
      summary: 'Take back what was handed on: from the next request it counts no more',
    })
    .input(z.object({ grant: z.uuid() }))
    .output(z.object({ done: z.boolean() })),
}

export type HandedOnRole = z.output<typeof handedOnRoleSchema>
