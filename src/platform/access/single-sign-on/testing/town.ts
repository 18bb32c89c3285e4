import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'vitest'
import { eventsOf } from '../../../audit/testing/stored-events.ts'
import { startShelf } from '../../../rpc/server/http-testing.ts'
import { client, startProvider } from './provider.ts'
import { openVisitor, type Visitor } from './visitor.ts'

type Answer = Awaited<ReturnType<Visitor['call']>>
type NewPerson = { readonly role?: string; readonly office?: number; readonly mustChangePassword?: boolean }

/** The settings of a server that knows this provider. */
export const settingsFor = (origin: string, issuer: string) => ({
  XIAOMA_ORIGIN: origin,
  XIAOMA_OIDC_ISSUER: issuer,
  XIAOMA_OIDC_CLIENT_ID: client.id,
  XIAOMA_OIDC_CLIENT_SECRET: client.secret,
  XIAOMA_OIDC_NAME_ZH: '金山统一身份认证',
  XIAOMA_OIDC_TWO_FACTORS: 'amr=otp, acr=urn:two',
})

/** A server and a provider that know each other, both on loopback, and people who have accounts at both. */
export async function openTown() {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const provider = await startProvider(`${origin}/single-sign-on`)
  const shelf = await startShelf({ port, env: settingsFor(origin, provider.issuer) })
  const issuer = `${provider.issuer}/`
  const visitor = () => openVisitor(origin)
  let number = 0

  async function someone({ role = 'viewer', office = 1, mustChangePassword = false }: NewPerson = {}) {
    number += 1
    const username = `person${number}`
    const roles = role === '' ? [] : [{ role, place: null }]
    const account = { office, username, name: '王小明', password: 'correct horse', roles }
    const id = await shelf.accounts.createAccount({ ...account, mustChangePassword })
    return { id, username, there: `subject-${number}` }
  }
  /** Somebody whose account is linked. */
  async function linked(options: NewPerson = {}) {
    const who = await someone(options)
    const at = visitor()
    await at.signIn(who.username)
    expect(await at.through('link', who.there)).toEqual({ status: 200, body: { done: true } })
    return who
  }
  return {
    shelf,
    provider,
    issuer,
    visitor,
    someone,
    linked,
    /** A browser in which somebody has entered by the provider. */
    entered: async (who: Awaited<ReturnType<typeof someone>>) => {
      const at = visitor()
      expect(await at.through('sign-in', who.there)).toMatchObject({ status: 200, body: { id: who.id } })
      return at
    },
    eventCount: async () => (await eventsOf(shelf.database, 1)).length,
    newEvents: async (before: number) =>
      (await eventsOf(shelf.database, 1))
        .slice(before)
        .map((event) => [event.kind, event.actor_id, event.details]),
    why: (reason: string) => ({ by: issuer, why: reason }),
    /** Minutes since the sessions of an account proved anything. */
    age: (id: string, minutes: number) =>
      shelf.database.pool.query(
        'update access.session set authenticated_at = now() - make_interval(secs => $2) where account_id = $1',
        [id, minutes * 60],
      ),
    close: async () => {
      await shelf.close()
      await provider.close()
    },
  }
}
export type Town = Awaited<ReturnType<typeof openTown>>

export const said = ({ body }: Answer) => body['code']
export const detailsOf = ({ body }: Answer) => (body['data'] as { details: Record<string, unknown> }).details

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
