import { accessSync, constants, readFileSync } from 'node:fs'
import { BlockList, isIP } from 'node:net'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Where the server listens, and what stands before it. */
export type ListenSettings = {
  readonly host: string
  readonly port: number
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | null
  /** The addresses or networks (CIDR) of the declared proxies, which end TLS. */
  readonly proxies: readonly string[]
}

const defaultPort = 8410

/**
 * Why the server may not listen where `XIAOMA_HOST` says, or null. Passwords and records travel in the clear on this
 * machine alone; a demo, whose passwords are public, never leaves it.
 */
export function listenRefusal(env: Environment, demo: boolean, portSetting = 'XIAOMA_PORT'): Refusal | null {
  const { host, cert, key, proxies } = read(env)
  const port = portOf(env)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return invalid(portSetting, env.XIAOMA_PORT ?? '')
  if (Boolean(cert) !== Boolean(key)) return invalid('XIAOMA_TLS_CERT / XIAOMA_TLS_KEY', cert ?? key ?? '')
  const unreadable = [cert, key].find((path) => path && !isReadable(path))
  if (unreadable) return invalid('XIAOMA_TLS_CERT / XIAOMA_TLS_KEY', unreadable)
  const malformed = proxies.find((proxy) => !isNetwork(proxy))
  if (malformed !== undefined) return invalid('XIAOMA_PROXY', malformed)
  if (demo && (!isLoopback(host) || proxies.length > 0)) return demoOutside(host)
  if (!isLoopback(host) && !cert && proxies.length === 0) return inTheClear(host)
  return null
}

/**
 * `portSetting`: what the port is called where it was said.
 * @throws Refusal as {@link listenRefusal}
 */
export function listenSettings(env: Environment, demo: boolean, portSetting?: string): ListenSettings {
  const refusal = listenRefusal(env, demo, portSetting)
  if (refusal) throw refusal
  const { host, cert, key, proxies } = read(env)
  return {
    host,
    port: portOf(env),
    tls: cert && key ? { cert: readFileSync(cert), key: readFileSync(key) } : null,
    proxies,
  }
}

/** The addresses that may connect where a proxy is declared: the proxies, and this machine. */
export function proxyList(proxies: readonly string[]): BlockList {
  const list = new BlockList()
  list.addSubnet('127.0.0.0', 8, 'ipv4')
  list.addAddress('::1', 'ipv6')
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

function read(env: Environment) {
  const set = (name: string) => env[name]?.trim() || undefined
  const proxies = (set('XIAOMA_PROXY') ?? '')
    .split(',')
    .map((proxy) => proxy.trim())
    .filter((proxy) => proxy !== '')
  return {
    host: set('XIAOMA_HOST') ?? '127.0.0.1',
    cert: set('XIAOMA_TLS_CERT'),
    key: set('XIAOMA_TLS_KEY'),
    proxies,
  }
}

const portOf = (env: Environment) => Number(env.XIAOMA_PORT?.trim() || defaultPort)

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK)
    return true
  } catch {
    return false
  }
}

function isNetwork(proxy: string): boolean {
  const [address = '', bits, ...rest] = proxy.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return false
  return (
    bits === undefined ||
    (/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= (version === 6 ? 128 : 32))
  )
}

function invalid(setting: string, value: string): Refusal {
  return new Refusal(
    'INVALID',
    text(
      `设置 ${setting} 的值“${value}”无效，请改正后重新启动。`,
      `The setting ${setting} does not work with the value “${value}”. Put it right and start again.`,
    ),
    { setting, value },
  )
}

function demoOutside(host: string): Refusal {
  return new Refusal(
    'FORBIDDEN',
    text(
      `演示账户的密码是公开的，演示只能在本机使用，不能监听 ${host} 或经代理对外提供。请去掉 XIAOMA_HOST 和 XIAOMA_PROXY。`,
      `The passwords of a demo are public: it serves this machine alone, not ${host} nor through a proxy. Unset XIAOMA_HOST and XIAOMA_PROXY.`,
    ),
    { host },
  )
}

function inTheClear(host: string): Refusal {
  return new Refusal(
    'FORBIDDEN',
    text(
      `监听 ${host} 会让密码和记录以明文传输。请设置 XIAOMA_TLS_CERT 和 XIAOMA_TLS_KEY，或用 XIAOMA_PROXY 声明代理地址。`,
      `On ${host} passwords and records would travel in the clear. Set XIAOMA_TLS_CERT and XIAOMA_TLS_KEY, or declare the proxy's address in XIAOMA_PROXY.`,
    ),
    { host },
  )
}
