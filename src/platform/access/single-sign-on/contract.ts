import * as z from 'zod'
import { procedure, textSchema } from '../../rpc/procedure.ts'
import { meSchema } from '../me-schema.ts'
import { codeSchema } from '../session-contract.ts'

/** Minutes, as for everything about how somebody proves to be themselves. */
const fresh = 10
const signedIn = { permission: 'signed-in', scope: 'none' } as const
/** Who knows the one-time password of another, or has met no second factor yet, would keep the door to the account for good. */
const settled = true
const done = z.object({ done: z.boolean() })
/** Where the browser is to go. */
const away = z.object({ address: z.string() })
/** The query with which the browser came back; absent where the code of the account's own second factor follows. */
const back = z.object({ answer: z.string().max(8000).optional(), code: codeSchema.optional() })

/** Sign-in by an OpenID Connect provider. Without its settings the first two answer null and all others NOT_FOUND. */
export const singleSignOnContract = {
  provider: procedure({ permission: 'public', scope: 'none', audit: 'none', fields: ['name'] })
    .route({ method: 'GET', path: '/single-sign-on', summary: 'What the button of single sign-on says' })
    .output(z.object({ name: textSchema.nullable() })),
  ownLink: procedure({ ...signedIn, audit: 'none', fields: ['name', 'since', 'thisSession'] })
    .route({
      method: 'GET',
      path: '/single-sign-on/link',
      summary: 'Whether the own account is linked, and this session was begun by it',
    })
    .output(
      z.object({ name: textSchema.nullable(), since: z.string().nullable(), thisSession: z.boolean() }),
    ),
  beginSingleSignOn: procedure({ permission: 'public', scope: 'none', audit: 'none', fields: ['address'] })
    .route({ method: 'POST', path: '/single-sign-on/sign-in/begin', summary: 'Where to go to sign in' })
    .output(away),
  finishSingleSignOn: procedure({
    permission: 'public',
    scope: 'none',
    audit: 'sign_in',
    fields: Object.keys(meSchema.shape),
  })
    .route({ method: 'POST', path: '/single-sign-on/sign-in', summary: 'Sign in by what the provider said' })
    .input(back)
    .output(meSchema),
  beginLink: procedure({ ...signedIn, audit: 'none', fields: ['address'], fresh, settled })
    .route({
      method: 'POST',
      path: '/single-sign-on/link/begin',
      summary: 'Where to go to link the own account',
    })
    .output(away),
  finishLink: procedure({ ...signedIn, audit: 'act', fields: ['done'], fresh, settled })
    .route({
      method: 'POST',
      path: '/single-sign-on/link',
      summary: 'Link the own account to whom the provider saw',
    })
    .input(back)
    .output(done),
  unlink: procedure({ ...signedIn, audit: 'act', fields: ['done'], fresh })
    .route({ method: 'DELETE', path: '/single-sign-on/link', summary: 'Undo the own link' })
    .output(done),
  beginProviderProof: procedure({ ...signedIn, audit: 'none', fields: ['address'] })
    .route({
      method: 'POST',
      path: '/single-sign-on/proof/begin',
      summary: 'Where to go to prove to be oneself again',
    })
    .output(away),
  finishProviderProof: procedure({ ...signedIn, audit: 'act', fields: ['done'] })
    .route({
      method: 'POST',
      path: '/single-sign-on/proof',
      summary: 'Prove to be oneself again in this session by what the provider said',
    })
    .input(back)
    .output(done),
}
