import { expect } from 'vitest'

type Answer = { readonly status: number; readonly body: Record<string, unknown> }

/** A browser: it keeps the cookies of each server apart, and sends them along. */
export function openVisitor(origin: string) {
  const jars = new Map<string, Map<string, string>>()
  const jarOf = (url: string) => {
    const { host } = new URL(url)
    const jar = jars.get(host) ?? new Map<string, string>()
    jars.set(host, jar)
    return jar
  }
  type Asked = { readonly method?: string; readonly body?: string; readonly headers?: Record<string, string> }
  async function ask(url: string, init: Asked = {}): Promise<Response> {
    const jar = jarOf(url)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, ...(cookie && { cookie }) },
    })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (value === '' || /max-age=0\b/i.test(set)) jar.delete(name)
      else jar.set(name, value)
    }
    return response
  }
  const call = async (method: string, path: string, input?: object): Promise<Answer> => {
    const response = await ask(`${origin}/api${path}`, {
      method,
      ...(input && { body: JSON.stringify(input), headers: { 'content-type': 'application/json' } }),
    })
    return { status: response.status, body: (await response.json()) as Answer['body'] }
  }

  /**
   * Signs in at the provider's page as somebody, and answers the query with which the provider sends the browser back. What the provider
   * remembers of this browser is forgotten before, unless a sign-in by that is what is tried.
   */
  async function atProvider(address: string, name: string, remembered = false): Promise<string> {
    let url = address
    if (!remembered) jarOf(address).clear()
    for (let step = 0; step < 8; step += 1) {
      if (url.startsWith(`${origin}/`)) return new URL(url).search
      const page = await ask(url)
      const answer = page.status === 200 ? await ask(url, { method: 'POST', body: `name=${name}` }) : page
      expect(answer.headers.get('location'), await answer.clone().text()).not.toBeNull()
      url = new URL(answer.headers.get('location') ?? '', url).href
    }
    throw new Error(`the provider goes on and on: ${url}`)
  }

  const begin = async (what: 'sign-in' | 'link' | 'proof'): Promise<string> => {
    const { status, body } = await call('POST', `/single-sign-on/${what}/begin`)
    expect([status, body]).toEqual([200, { address: expect.any(String) }])
    return body['address'] as string
  }

  return {
    ask,
    call,
    atProvider,
    begin,
    cookies: () => jarOf(origin),
    /** From the button to the answer of this server. */
    through: async (what: 'sign-in' | 'link' | 'proof', name: string) =>
      await call('POST', `/single-sign-on/${what}`, { answer: await atProvider(await begin(what), name) }),
    signIn: async (username: string, password = 'correct horse', code?: string) =>
      await call('POST', '/session', { username, password, ...(code && { code }) }),
    me: async () => await call('GET', '/session'),
  }
}
export type Visitor = ReturnType<typeof openVisitor>
