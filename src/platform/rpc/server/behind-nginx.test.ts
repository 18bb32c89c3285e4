import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request as plainRequest } from 'node:http'
import { request as tlsRequest } from 'node:https'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loopback, type Shelf, startShelf } from './http-testing.ts'

const nginx = '/usr/sbin/nginx'
const visitor = '127.0.0.2'
const forged = '203.0.113.9'

let shelf: Shelf
let app: ReturnType<Shelf['makeServer']>
let folder: string
let proxy: ChildProcess
let port: number
let proxyPort: number

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port: free } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return free
}

/** What a person of the office would write, and no more: TLS ends here, and who asked is passed on. */
const config = () => `
daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${proxyPort} ssl;
    ssl_certificate ${folder}/cert.pem; ssl_certificate_key ${folder}/key.pem;
    client_max_body_size 25m;
    location / {
      proxy_pass http://127.0.0.1:${port};
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_set_header X-Forwarded-Proto $scheme;
    }
  }
}`

describe.skipIf(!existsSync(nginx))('behind nginx', () => {
  beforeAll(async () => {
    shelf = await startShelf({ secure: true })
    app = shelf.makeServer({ ...loopback, proxies: ['127.0.0.1'] })
    await app.listen({ host: '127.0.0.1', port: 0 })
    port = (app.server.address() as AddressInfo).port
    proxyPort = await freePort()
    folder = mkdtempSync(join(tmpdir(), 'xiaoma-nginx-'))
    mkdirSync(join(folder, 'logs'))
    const subject = ['-subj', '/CN=office.invalid', '-days', '1']
    const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')]
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...subject, ...files], {
      stdio: 'ignore',
    })
    writeFileSync(join(folder, 'nginx.conf'), config())
    const where = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')]
    proxy = spawn(nginx, where, { stdio: 'ignore' })
    while (!(await listens(proxyPort))) {
      if (proxy.exitCode !== null) throw new Error(`nginx ended with ${proxy.exitCode}`)
      await sleep(20)
    }
  })
  afterAll(async () => {
    const ended = new Promise((resolve) => proxy.once('exit', resolve))
    proxy.kill('SIGTERM')
    await ended
    await app.close()
    await shelf.close()
    rmSync(folder, { recursive: true })
  })

  test('the session travels over TLS alone, and the browser is told to keep to it', async () => {
    const answer = await signIn({ through: 'nginx' })
    expect(answer.status).toBe(200)
    const cookies = answer.headers['set-cookie'] ?? []
    expect(cookies.at(-1)).toMatch(/^__Host-xiaoma_session=[^;]+;.*; Secure/)
    expect(cookies.every((cookie) => / Secure(;|$)/.test(cookie))).toBe(true)
    expect(answer.headers['strict-transport-security']).toBeDefined()
  })

  test('who asked is the address that nginx saw, whatever the visitor claims', async () => {
    await signIn({ through: 'nginx', headers: { 'x-forwarded-for': forged } })
    expect(addressOfSignIn()).toEqual(visitor)
  })

  test('nobody but the declared proxy is believed: a claim made past it counts for nothing', async () => {
    await signIn({ through: 'nothing', headers: { 'x-forwarded-for': forged, 'x-forwarded-proto': 'https' } })
    expect(addressOfSignIn()).toEqual(visitor)
  })
})

/** The address of the newest sign-in that the log tells of. */
function addressOfSignIn(): string | undefined {
  const line = shelf.lines.findLast((one) => one.includes('"signed in"')) ?? '{}'
  return (JSON.parse(line) as { ip?: string }).ip
}

const listens = (at: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(at, '127.0.0.1')
    socket.once('connect', () => (socket.destroy(), resolve(true)))
    socket.once('error', () => resolve(false))
  })

type Asked = { through: 'nginx' | 'nothing'; headers?: Record<string, string> }

/** From another address of this machine than nginx has, so that the two can be told apart. */
function signIn({ through, headers = {} }: Asked) {
  const body = JSON.stringify({ username: 'keeper', password: 'correct horse' })
  const options = {
    host: '127.0.0.1',
    port: through === 'nginx' ? proxyPort : port,
    localAddress: visitor,
    method: 'POST',
    path: '/api/session',
    rejectUnauthorized: false,
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
  }
  return new Promise<{ status: number | undefined; headers: IncomingHttpHeaders }>((resolve, reject) => {
    const asked = (through === 'nginx' ? tlsRequest : plainRequest)(options, (response) => {
      response.resume()
      response.once('end', () => resolve({ status: response.statusCode, headers: response.headers }))
    })
    asked.once('error', reject)
    asked.end(body)
  })
}
