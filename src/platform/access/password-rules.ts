import type { Pool } from 'pg'
import { Refusal } from '../refusal.ts'
import { type Text, text } from '../text.ts'
import type { Passwords } from './passwords.ts'

const shortest = 10
const remembered = 5

type Person = { readonly id: string; readonly username: string; readonly name: string }

/** The list comes with a package, so nothing is asked of another host; it is large, and loaded when a password is chosen. */
let common: Promise<ReadonlySet<string>> | undefined
const commonPasswords = () =>
  (common ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common']),
  ))

/**
 * @throws Refusal INVALID for a password that is short, on the list of common ones even with digits or signs around it, made of few
 * characters, holds the user name or the name, or is one of the last five
 */
export async function refusePassword(
  pool: Pool,
  passwords: Passwords,
  person: Person,
  password: string,
): Promise<void> {
  const lower = password.toLowerCase()
  if ([...password].length < shortest) throw tooShort()
  const names = [person.username, person.name]
    .map((name) => name.toLowerCase())
    .filter((name) => name.length > 1)
  if (names.some((name) => lower.includes(name))) throw holdsName()
  if (new Set(lower).size < 5) throw tooPlain()
  const list = await commonPasswords()
  const core = lower.replaceAll(/^[^\p{Letter}]+|[^\p{Letter}]+$/gu, '')
  if (list.has(lower) || list.has(core)) throw tooCommon()
  if (await isFormer(pool, passwords, person.id, password)) throw usedBefore()
}

async function isFormer(pool: Pool, passwords: Passwords, id: string, password: string): Promise<boolean> {
  const { rows } = await pool.query<{ password: string }>(
    `select password from access.credential where account_id = $1 and provider = 'credential'
     union all (select password from access.former_password where account_id = $1
       order by replaced_at desc, id desc limit $2)`,
    [id, remembered - 1],
  )
  // One after the other: each check takes 64 MiB, and few run at once.
  for (const { password: hashed } of rows) if (await passwords.verify(hashed, password)) return true
  return false
}

const refused = (words: Text) => new Refusal('INVALID', words, { field: 'next' })
const tooShort = () =>
  refused(
    text(
      `新密码至少${shortest}个字符，请加长。`,
      `The new password needs at least ${shortest} characters. Make it longer.`,
    ),
  )
const holdsName = () =>
  refused(
    text(
      '新密码不能包含登录名或姓名，请换一个。',
      'The new password may hold neither the user name nor the name. Choose another.',
    ),
  )
const tooPlain = () =>
  refused(
    text(
      '新密码只用了很少几种字符，容易被猜到。请用不同的字符。',
      'The new password is made of very few characters and easily guessed. Use different ones.',
    ),
  )
const tooCommon = () =>
  refused(
    text(
      '新密码是常见密码或只在常见密码前后加了数字符号，容易被猜到。请换成一句自己的话。',
      'The new password is a common one, or a common one with digits or signs around it. Choose a sentence of your own.',
    ),
  )
const usedBefore = () =>
  refused(
    text(
      `新密码不能与最近${remembered}个密码相同，请换一个没用过的。`,
      `The new password is one of your last ${remembered}. Choose one that you have not used.`,
    ),
  )
