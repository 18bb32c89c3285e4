import type * as OpenIdClient from 'openid-client'
import type { Asked, Purpose } from './begun-cookie.ts'
import { sessionHours } from '../sessions.ts'
import { isLoopback, type SingleSignOnSettings } from './settings.ts'

/** Seconds for each request to the provider. */
const patience = 5
/** Milliseconds after which the provider's description of itself is asked for anew. */
const described = 3_600_000
/** Milliseconds by which the provider's clock may be behind ours. */
const clocksApart = 30_000
/** Milliseconds: what the provider remembers of a person is taken for no longer than a session of ours lasts. */
const oldest = sessionHours * 3_600_000

/** The address of this server's page to which the provider sends people back. */
const returnPath = '/single-sign-on'

/** What the provider says of a person. */
export type Identity = {
  readonly subject: string
  readonly twoFactors: boolean
  /** When they proved there to be themselves, in milliseconds since 1970; null where it does not say. */
  readonly provenAt: number | null
  /** Of a proof anew: that was after it was asked for. */
  readonly provenNow: boolean
}

/** Why nothing came of it: `down` where the provider did not answer as one, else the code of what was wrong, without any value. */
export class NotIdentified extends Error {
  readonly down: boolean
  constructor(why: string, down: boolean) {
    super(why)
    this.down = down
  }
}

/** The provider, by authorization code with PKCE, state and nonce (OpenID Connect Core 1.0, 3.1; RFC 9700, 2.1; RFC 9207). */
export type Provider = {
  /** Where to send the browser, and what it must bring back. @throws NotIdentified */
  ask(purpose: Purpose, account: string | null): Promise<{ address: string; asked: Asked }>
  /** `answer`: the query with which the browser came back. @throws NotIdentified */
  identify(asked: Asked, answer: string): Promise<Identity>
}

/** `now` in milliseconds. Nothing is loaded or asked before the first sign-in. */
export function openProvider(settings: SingleSignOnSettings, now: () => number): Provider {
  const { issuer, clientId, clientSecret, origin, twoFactors } = settings
  const returnTo = `${origin}${returnPath}`
  let known: { at: number; configuration: Promise<OpenIdClient.Configuration> } | undefined

  const configured = (): Promise<OpenIdClient.Configuration> => {
    if (known && now() - known.at < described) return known.configuration
    const asked = { at: now(), configuration: discover() }
    known = asked
    asked.configuration.catch(() => {
      if (known === asked) known = undefined
    })
    return asked.configuration
  }

  async function discover(): Promise<OpenIdClient.Configuration> {
    const client = await load()
    // The way of RFC 6749, 2.3.1, unless the provider names others only.
    const authenticate: OpenIdClient.ClientAuth = (server, ...rest) => {
      const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
      const way = ways.includes('client_secret_basic') ? client.ClientSecretBasic : client.ClientSecretPost
      return way(clientSecret)(server, ...rest)
    }
    return await client
      .discovery(issuer, clientId, undefined, authenticate, {
        timeout: patience,
        execute: [
          client.enableNonRepudiationChecks,
          ...(isLoopback(issuer.hostname) ? [client.allowInsecureRequests] : []),
        ],
      })
      .catch((error: unknown) => {
        throw new NotIdentified(reasonOf(error), true)
      })
  }

  return {
    async ask(purpose, account) {
      const [client, configuration] = await Promise.all([load(), configured()])
      const state = `${purpose}.${client.randomState()}`
      const nonce = client.randomNonce()
      const verifier = client.randomPKCECodeVerifier()
      const address = client.buildAuthorizationUrl(configuration, {
        redirect_uri: returnTo,
        scope: 'openid',
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(twoFactors.acr.length > 0 && { acr_values: twoFactors.acr.join(' ') }),
        // An age that is asked for makes the provider name the moment of the proof (OpenID Connect Core 1.0, 2).
        ...(purpose === 'proof' ? { prompt: 'login', max_age: '0' } : { max_age: String(oldest / 1000) }),
      })
      return {
        address: address.href,
        asked: { step: 'asked', purpose, at: now(), state, nonce, verifier, account },
      }
    },
    async identify({ state, nonce, verifier, at }, answer) {
      const [client, configuration] = await Promise.all([load(), configured()])
      const back = new URL(returnTo)
      back.search = answer
      const tokens = await client
        .authorizationCodeGrant(configuration, back, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        .catch((error: unknown) => {
          throw new NotIdentified(reasonOf(error), isAway(error))
        })
      // Claims are all that is wanted; the tokens themselves are let go.
      const claims = tokens.claims()
      if (!claims) throw new NotIdentified('no id token', false)
      const { sub, acr, amr, auth_time: provedAt } = claims
      const methods = Array.isArray(amr) ? amr : []
      const provenAt = typeof provedAt === 'number' ? provedAt * 1000 : null
      if (provenAt !== null && provenAt < now() - oldest - clocksApart)
        throw new NotIdentified('proved too long ago', false)
      return {
        subject: sub,
        provenAt,
        provenNow: provenAt !== null && provenAt >= at - clocksApart,
        twoFactors:
          twoFactors.acr.some((value) => value === acr) ||
          twoFactors.amr.some((value) => methods.includes(value)),
      }
    },
  }
}

/** Not before the first sign-in: most starts need none of it. */
const load = () => import('openid-client')

/** The library's own code for it, or the provider's; never a value, since both log and events keep it. */
function reasonOf(error: unknown): string {
  const { error: told, code, name } = error as { error?: unknown; code?: unknown; name?: unknown }
  const reason = [told, code, name].find((one) => typeof one === 'string')
  return typeof reason === 'string' && /^[\w.-]{1,64}$/.test(reason) ? reason : 'unknown'
}

const away = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON']

/** What the network did, or a server that stands in front of the provider. */
const isAway = (error: unknown): boolean =>
  (error instanceof TypeError && error.cause !== undefined) ||
  away.includes(String((error as { code?: unknown }).code))
