import { Agent, get } from 'node:http'

export type Target = { readonly url: string; readonly cookie: string }

/** Requests a second that a target answers, from as many connections as `atOnce`, each asking again when it was answered. */
export async function requestsPerSecond(
  target: Target,
  atOnce: number,
  milliseconds: number,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const begin = performance.now()
  const until = begin + milliseconds
  let answered = 0
  const ask = async () => {
    while (performance.now() < until) {
      await answerOf(target, agent)
      answered += 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, ask))
  agent.destroy()
  return (answered / (performance.now() - begin)) * 1000
}

/** The body of one answer. @throws Error for any status but 200 */
export function answerOf({ url, cookie }: Target, agent?: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers: { cookie }, ...(agent ? { agent } : {}) }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const body = Buffer.concat(chunks).toString()
        if (response.statusCode === 200) resolve(body)
        else reject(new Error(`${url}: ${response.statusCode} ${body}`))
      })
    })
    request.on('error', reject)
  })
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}
