export type Answer = { readonly status: number; readonly body: Record<string, unknown> }

/** Somebody who is signed in, speaking REST. A session outlives the program, so `at` may move to a new start. */
export type Client = {
  at: string
  get(path: string): Promise<Answer>
  post(path: string, body: unknown): Promise<Answer>
  upload(path: string, file: File): Promise<Answer>
}

/** @throws Error where name and password are not taken */
export async function signIn(at: string, username: string, password: string): Promise<Client> {
  const response = await fetch(`${at}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: at },
    body: JSON.stringify({ username, password }),
  })
  if (!response.ok) throw new Error(`sign-in: ${response.status} ${await response.text()}`)
  const cookie = response.headers
    .getSetCookie()
    .map((value) => value.split(';')[0])
    .join('; ')
  const send = async (path: string, body?: BodyInit, type?: string): Promise<Answer> => {
    const headers = { cookie, origin: client.at, ...(type ? { 'content-type': type } : {}) }
    const init: RequestInit = body === undefined ? { headers } : { method: 'POST', headers, body }
    const answer = await fetch(`${client.at}/api${path}`, init)
    return { status: answer.status, body: (await answer.json()) as Answer['body'] }
  }
  const client: Client = {
    at,
    get: (path) => send(path),
    post: (path, body) => send(path, JSON.stringify(body), 'application/json'),
    upload: async (path, file) => {
      const form = new FormData()
      form.set('file', file)
      // A body that says its length: the server reads no other.
      const whole = new Response(form)
      const body = new Uint8Array(await whole.arrayBuffer())
      return await send(path, body, whole.headers.get('content-type') ?? '')
    },
  }
  return client
}
