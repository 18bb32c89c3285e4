import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createPrivateKey, createSign, generateKeyPairSync, type JsonWebKey, randomBytes } from 'node:crypto'
import Provider from 'oidc-provider'

export const client = { id: 'xiaoma', secret: 'a secret between the two' }

type Claims = Record<string, unknown>

/** A provider of OpenID Connect on loopback, at which anybody signs in by typing a name. */
export type TestProvider = {
  readonly issuer: string
  /** What it says of the next sign-ins beside the name. */
  says: { amr?: string[]; acr?: string }
  /** What it answers a token request with in place of the right claims, signed with its own key. */
  twist: ((claims: Claims) => Claims) | null
  /** Answers 503 to everything, as a server before it would. */
  down: boolean
  close(): Promise<void>
}

/** `redirectUri`: the one address to which it sends people back. */
export async function startProvider(redirectUri: string): Promise<TestProvider> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key: JsonWebKey = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'one' }
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const state: TestProvider = {
    issuer,
    says: {},
    twist: null,
    down: false,
    close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  }
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    jwks: { keys: [key as never] },
    cookies: { keys: [randomBytes(24).toString('hex')] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    claims: { openid: ['sub', 'acr', 'amr'], auth_time: null },
    acrValues: ['urn:two', 'urn:one'],
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    pkce: { required: () => true },
    ttl: { Session: 3600, Grant: 3600, Interaction: 3600, IdToken: 3600, AccessToken: 3600 },
    // What this office asks for, everybody has agreed to.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        accountId: oidc.session?.accountId as string,
        clientId: oidc.client?.clientId as string,
      })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
  })
  provider.use(async (context, next) => {
    await next()
    const body = context.body as { id_token?: string } | undefined
    if (context.path !== '/token' || !state.twist || !body?.id_token) return
    const [head = '', claims = ''] = body.id_token.split('.')
    const signed = `${head}.${encode(state.twist(decode(claims)))}`
    const by = createPrivateKey({ key: key as never, format: 'jwk' })
    body.id_token = `${signed}.${createSign('RSA-SHA256').update(signed).sign(by, 'base64url')}`
  })

  async function interact(request: IncomingMessage, response: ServerResponse) {
    if (request.method === 'GET')
      return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
    let typed = ''
    for await (const piece of request) typed += String(piece)
    const accountId = new URLSearchParams(typed).get('name') ?? ''
    await provider.interactionFinished(request, response, { login: { accountId, ...state.says } })
  }
  server.on('request', (request, response) => {
    if (state.down) response.writeHead(503, { 'content-type': 'text/html' }).end('<h1>503</h1>')
    else if (request.url?.startsWith('/interaction/')) void interact(request, response)
    else void provider.callback()(request, response)
  })
  return state
}

const page = `<!doctype html><html lang="zh"><title>城市统一身份认证</title><link rel="icon" href="data:,"><form method="post">
  <label>姓名 <input name="name"></label><button>登录</button></form></html>`

const encode = (claims: Claims) => Buffer.from(JSON.stringify(claims)).toString('base64url')
const decode = (claims: string) => JSON.parse(Buffer.from(claims, 'base64url').toString()) as Claims
