import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { Refusal } from '../../refusal.ts'
import { type Text, text } from '../../text.ts'

/** An OpenID Connect provider at which people may prove to be themselves, and how this server is known there. */
export type SingleSignOnSettings = {
  readonly issuer: URL
  readonly clientId: string
  readonly clientSecret: string
  /** What the button says. */
  readonly name: Text
  /** What the provider says where it has seen two factors; empty: its word does not stand in for the second factor. */
  readonly twoFactors: { readonly amr: readonly string[]; readonly acr: readonly string[] }
  /** Where browsers reach this server; the provider sends them back there and nowhere else. */
  readonly origin: string
}

const usualName = text('统一身份认证', 'Single sign-on')

/**
 * Reads `XIAOMA_OIDC_ISSUER` (none: no single sign-on), `XIAOMA_OIDC_CLIENT_ID`, `XIAOMA_OIDC_CLIENT_SECRET` or the file
 * `XIAOMA_OIDC_CLIENT_SECRET_FILE`, `XIAOMA_OIDC_NAME_ZH`, `XIAOMA_OIDC_NAME_EN`, `XIAOMA_OIDC_TWO_FACTORS` (as `amr=mfa,acr=urn:x`) and
 * `XIAOMA_ORIGIN` (as `https://office.example`). `secure`: browsers reach the server over TLS.
 * @throws Refusal INVALID naming the setting
 */
export function singleSignOnSettings(
  env: Readonly<Record<string, string | undefined>>,
  secure: boolean,
): SingleSignOnSettings | null {
  const set = (name: string) => env[name]?.trim() || undefined
  const needed = (name: string) => set(name) ?? refuse(name, '', '…')
  if (set('XIAOMA_OIDC_ISSUER') === undefined) return null
  const issuer = addressOf('XIAOMA_OIDC_ISSUER', needed('XIAOMA_OIDC_ISSUER'), 'https://id.example')
  if (issuer.protocol !== 'https:' && !isLoopback(issuer.hostname))
    refuse('XIAOMA_OIDC_ISSUER', issuer.href, 'https://…')
  const declared = addressOf('XIAOMA_ORIGIN', needed('XIAOMA_ORIGIN'), 'https://office.example')
  const scheme = secure ? 'https:' : 'http:'
  if (declared.protocol !== scheme || declared.href !== `${declared.origin}/`)
    refuse('XIAOMA_ORIGIN', declared.href, `${scheme}//…`)
  const file = set('XIAOMA_OIDC_CLIENT_SECRET_FILE')
  return {
    issuer,
    clientId: needed('XIAOMA_OIDC_CLIENT_ID'),
    clientSecret: file === undefined ? needed('XIAOMA_OIDC_CLIENT_SECRET') : secretIn(file),
    name: {
      zh: set('XIAOMA_OIDC_NAME_ZH') ?? usualName.zh,
      en: set('XIAOMA_OIDC_NAME_EN') ?? usualName.en,
    },
    twoFactors: twoFactorsOf(set('XIAOMA_OIDC_TWO_FACTORS') ?? ''),
    origin: declared.origin,
  }
}

export const isLoopback = (hostname: string) =>
  hostname === 'localhost' || hostname === '[::1]' || (isIP(hostname) === 4 && hostname.startsWith('127.'))

function addressOf(setting: string, value: string, form: string): URL {
  const address = URL.parse(value)
  const plain = address && !address.search && !address.hash && !address.username
  if (!plain || !/^https?:$/.test(address.protocol) || address.pathname.includes('/.well-known/'))
    return refuse(setting, value, form)
  return address
}

function secretIn(path: string): string {
  let secret = ''
  try {
    secret = readFileSync(path, 'utf8').trim()
  } catch {
    // What cannot be read holds no secret, and is refused as an empty file is.
  }
  return secret === '' ? refuse('XIAOMA_OIDC_CLIENT_SECRET_FILE', path, '/etc/xiaoma/oidc-secret') : secret
}

function twoFactorsOf(value: string): SingleSignOnSettings['twoFactors'] {
  const said = value
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  const wrong = said.find((one) => !/^(amr|acr)=\S+$/.test(one))
  if (wrong !== undefined) return refuse('XIAOMA_OIDC_TWO_FACTORS', wrong, 'amr=mfa,acr=urn:…')
  const of = (claim: string) =>
    said.filter((one) => one.startsWith(`${claim}=`)).map((one) => one.slice(claim.length + 1))
  return { amr: of('amr'), acr: of('acr') }
}

function refuse(setting: string, value: string, form: string): never {
  throw new Refusal(
    'INVALID',
    text(
      `设置 ${setting} 的值“${value}”无效，应形如：${form}。请改正后重新启动。`,
      `The setting ${setting} does not work with the value “${value}”. It should be like: ${form}. Put it right and start again.`,
    ),
    { setting, value },
  )
}
