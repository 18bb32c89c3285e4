import { spawn } from 'node:child_process'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { signIn } from './client.ts'

/** A start of a bundle's program, by an account where that is not this one's, with nothing in its environment but this. */
export type Visit = {
  readonly program: string
  readonly uid?: number
  readonly env: Readonly<Record<string, string>>
  readonly args: readonly string[]
  /** Who signs in; not given: the administrator with the one-time password that the start prints. */
  readonly account?: { readonly username: string; readonly password: string }
  /** A figure that the account reads, with its date. */
  readonly figure?: string
}

export type Visited = {
  readonly said: string
  readonly ready: number
  readonly page: string
  readonly session: Readonly<Record<string, unknown>>
  readonly value: unknown
  readonly code: number | null
}

export type Visits = {
  readonly interfaces: readonly string[]
  /** How a connection to an address of the Internet ended. */
  readonly outside: string
  readonly visited: readonly Visited[]
}

async function visit({ program, uid, env, args, account, figure }: Visit): Promise<Visited> {
  const child = spawn(program, ['start', ...args], {
    env: { ...env },
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  const ended = new Promise<number | null>((settle) => void child.once('close', settle))
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (piece: string) => {
      said += piece
    })
  const running = /Xiaoma is running: (\S+)\n/
  while (!running.test(said)) {
    if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}: ${said}`)
    await sleep(20)
  }
  const at = running.exec(said)?.[1] as string
  const { status: ready } = await fetch(`${at}/health/ready`)
  const page = await (await fetch(at)).text()
  const password = /one-time password: (\S+) /.exec(said)?.[1] ?? ''
  const client = await signIn(at, account?.username ?? 'admin', account?.password ?? password)
  const session = (await client.get('/session')).body
  const value = figure === undefined ? null : (await client.get(`/figures/${figure}`)).body['value']
  child.kill('SIGTERM')
  return { said, ready, page, session, value, code: await ended }
}

function reachOutside(): Promise<string> {
  return new Promise((settle) => {
    const socket = connect({ host: '1.1.1.1', port: 443, timeout: 5_000 })
    socket.once('connect', () => settle('connected'))
    socket.once('timeout', () => settle('timeout'))
    socket.once('error', (error: NodeJS.ErrnoException) => settle(error.code ?? error.message))
  })
}

const visited: Visited[] = []
for (const one of JSON.parse(process.argv[2] as string) as Visit[]) visited.push(await visit(one))
const visits: Visits = {
  interfaces: Object.keys(networkInterfaces()),
  outside: await reachOutside(),
  visited,
}
process.stdout.write(JSON.stringify(visits))
process.exit()
