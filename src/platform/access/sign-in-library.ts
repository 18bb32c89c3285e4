import { Kysely, PostgresDialect } from 'kysely'
import type { Pool } from 'pg'
import { newId } from '../db/id.ts'
import type { Passwords } from './passwords.ts'
import { sessionCookieName } from './session-cookie.ts'
import { type From, sessionHours } from './sessions.ts'

export type LibraryOptions = {
  readonly pool: Pool
  readonly secret: string
  readonly passwords: Passwords
  /** Cookies travel over TLS only. */
  readonly secure: boolean
}

/** What is asked of the library: the user and the `Set-Cookie` values, or null where name and password do not belong together. */
export type SignInLibrary = {
  signIn(
    username: string,
    password: string,
    from: From,
  ): Promise<{ accountId: string; cookies: string[] } | null>
}

/** better-auth with the user-name plugin alone, over the tables of schema `access`. Loaded here and not at the start: it is large. */
export async function loadSignInLibrary({
  pool,
  secret,
  passwords,
  secure,
}: LibraryOptions): Promise<SignInLibrary> {
  const [{ betterAuth }, { username }, { isAPIError }] = await Promise.all([
    import('better-auth'),
    import('better-auth/plugins/username'),
    import('better-auth/api'),
  ])
  const auth = betterAuth({
    baseURL: secure ? 'https://xiaoma.invalid' : 'http://xiaoma.invalid',
    secret,
    database: {
      db: new Kysely<never>({ dialect: new PostgresDialect({ pool }) }).withSchema('access'),
      type: 'postgres',
    },
    logger: { disabled: true },
    telemetry: { enabled: false },
    user: {
      modelName: 'account',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      // Never written by the library; declared because it compares its own idea of the table with the real one.
      additionalFields: {
        officeId: { type: 'number', fieldName: 'office_id', required: true, input: false },
      },
    },
    session: {
      modelName: 'session',
      fields: {
        userId: 'account_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      expiresIn: sessionHours * 3600,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    account: {
      modelName: 'credential',
      fields: {
        userId: 'account_id',
        providerId: 'provider',
        accountId: 'provider_account_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      maxPasswordLength: 200,
      password: {
        hash: (password) => passwords.hash(password),
        verify: ({ hash, password }) => passwords.verify(hash, password),
      },
    },
    advanced: {
      database: { generateId: () => newId() },
      // The prefix that the library would add allows a cookie of a neighbouring host; ours names none.
      useSecureCookies: false,
      cookies: { session_token: { name: sessionCookieName(secure), attributes: { secure } } },
      ipAddress: { ipAddressHeaders: ['x-client-ip'] },
    },
    plugins: [
      username({
        displayUsername: false,
        minUsernameLength: 1,
        maxUsernameLength: 64,
        usernameValidator: () => true,
      }),
    ],
  })
  return {
    async signIn(name, password, { ip, userAgent }) {
      try {
        const { headers, response } = await auth.api.signInUsername({
          body: { username: name, password },
          headers: new Headers({ 'x-client-ip': ip, 'user-agent': userAgent }),
          returnHeaders: true,
        })
        const cookies = headers
          .getSetCookie()
          .filter((cookie) => cookie.startsWith(`${sessionCookieName(secure)}=`))
        return { accountId: response.user.id, cookies }
      } catch (error) {
        if (isAPIError(error) && error.statusCode < 500) return null
        throw error
      }
    },
  }
}
