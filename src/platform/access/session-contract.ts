import * as z from 'zod'
import { procedure } from '../rpc/procedure.ts'

/** Six digits of a device, or a recovery code, grouped as it was shown. */
export const codeSchema = z.string().max(64)

const fresh = 10
const signedIn = { permission: 'signed-in', scope: 'none' } as const
const own = (audit: 'act' | 'none', ...fields: string[]) => procedure({ ...signedIn, audit, fields })
const ownFresh = (audit: 'act' | 'none', ...fields: string[]) =>
  procedure({ ...signedIn, audit, fields, fresh })

const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) })

/** What somebody does about their own sessions and second factor. */
export const sessionContract = {
  proveAgain: own('act', 'done')
    .route({ method: 'POST', path: '/session/proof', summary: 'Prove to be oneself again in this session' })
    .input(z.object({ password: z.string().min(1).max(200), code: codeSchema.optional() }))
    .output(z.object({ done: z.boolean() })),
  sessions: own('none', 'sessions')
    .route({ method: 'GET', path: '/sessions', summary: 'The own sessions' })
    .output(
      z.object({
        sessions: z.array(
          z.object({
            id: z.string(),
            current: z.boolean(),
            address: z.string(),
            userAgent: z.string(),
            since: z.string(),
            seenAt: z.string(),
          }),
        ),
      }),
    ),
  endOtherSessions: own('act', 'ended')
    .route({ method: 'DELETE', path: '/sessions', summary: 'End the own sessions but this one' })
    .output(z.object({ ended: z.number().int() })),
  endSession: own('act', 'ended')
    .route({ method: 'DELETE', path: '/sessions/{session}', summary: 'End one of the own sessions' })
    .input(z.object({ session: z.uuid() }))
    .output(z.object({ ended: z.number().int() })),
  beginSecondFactor: ownFresh('act', 'secret', 'address')
    .route({
      method: 'POST',
      path: '/second-factor',
      summary: 'A new secret; it counts once it is confirmed',
    })
    .output(z.object({ secret: z.string(), address: z.string() })),
  confirmSecondFactor: ownFresh('act', 'recoveryCodes')
    .route({
      method: 'POST',
      path: '/second-factor/confirm',
      summary:
        'Confirm the secret by a code of it; answers the recovery codes once and ends the other sessions',
    })
    .input(z.object({ code: codeSchema }))
    .output(recoveryCodes),
  renewRecoveryCodes: ownFresh('act', 'recoveryCodes')
    .route({ method: 'POST', path: '/second-factor/codes', summary: 'Recovery codes in place of the former' })
    .output(recoveryCodes),
  removeSecondFactor: ownFresh('act', 'done')
    .route({
      method: 'DELETE',
      path: '/second-factor',
      summary: 'Turn the second factor off, where the office does not ask for one',
    })
    .output(z.object({ done: z.boolean() })),
}
