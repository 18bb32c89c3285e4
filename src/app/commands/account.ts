import type { GrantedRole, ListedAccount, OncePassword } from '../../platform/access/account-contract.ts'
import { type AccountManagement, manageAccounts } from '../../platform/access/account-management.ts'
import { holdsDemo } from '../../platform/access/demo.ts'
import type { Manager } from '../../platform/access/manager.ts'
import { listenSettings } from '../../platform/rpc/server/listen.ts'
import { day } from '../../platform/values/day.ts'
import { accountPlaces } from '../account-places.ts'
import { areaFunctions } from '../area-functions.ts'
import { postsAsHoldings } from '../posts-as-holdings.ts'
import { office, type Program } from '../program.ts'
import { roles } from '../roles.ts'
import { accountsFor } from '../server.ts'
import { titlesOfPlaces } from '../titles-of-places.ts'
import { type Command, complain, parse, printJson, UsageError, withProgram } from './command.ts'

const roleList = Object.entries(roles).map(([id, { words }]) => `  ${id.padEnd(16)} ${words.zh}  ${words.en}`)
const usage = `./xiaoma account list [--json]                           全部账号和角色  every account and its roles
./xiaoma account add USER --name 姓名 --role ROLE PLACE [--from DAY]   新增账号  add an account
./xiaoma account role USER ROLE PLACE [--from DAY]        授予角色  grant a role
./xiaoma account end-role USER ROLE PLACE [--on DAY]      结束角色  end a role, from today by default
./xiaoma account reset-password USER                      重设密码  a new one-time password
  PLACE 是 --place 代码 或 --whole-office（全单位）  --place CODE, or --whole-office
角色 roles
${roleList.join('\n')}`

const options = {
  name: { type: 'string' },
  role: { type: 'string' },
  place: { type: 'string' },
  'whole-office': { type: 'boolean' },
  from: { type: 'string' },
  on: { type: 'string' },
  json: { type: 'boolean' },
} as const

/** Whoever has the command line can read the data directory, so no rule about one's own account binds it. */
const by: Manager = { office, account: null }

type Values = {
  [Key in keyof typeof options]?: (typeof options)[Key]['type'] extends 'boolean' ? boolean : string
}
type Act = (management: AccountManagement, given: readonly string[], values: Values) => Promise<void>

/** Accounts without a browser, and for an office whose administrators are all gone. */
export const account: Command = async (args) => {
  const { values, positionals } = parse(args, options, usage)
  const [name = '', ...given] = positionals
  const act = Object.hasOwn(acts, name) ? acts[name] : undefined
  if (!act) throw new UsageError(usage)
  return await withProgram(async (program) => {
    await act(await managementOf(program), given, values as Values)
    return 0
  })
}

const acts: Readonly<Record<string, Act>> = {
  list: async (management, given, values) => {
    exactly(given, 0)
    const accounts = await management.list(office)
    if (values.json) printJson(accounts)
    else for (const one of accounts) process.stdout.write(`${accountLine(one)}\n`)
  },
  add: async (management, given, values) => {
    const [username] = exactly(given, 1)
    const role = roleOf(needed(values.role), values)
    const added = await management.add(by, { username: username as string, name: needed(values.name) }, role)
    tellOnce(added)
  },
  role: async (management, given, values) => {
    const [username, role] = exactly(given, 2)
    const { id } = await accountNamed(management, username as string)
    await management.grantRole(by, id, roleOf(role as string, values))
    complain('已授予。', 'Granted.')
  },
  'end-role': async (management, given, values) => {
    const [username, role] = exactly(given, 2)
    const { place } = roleOf(role as string, values)
    const places = place === null ? [] : await management.places(office)
    const at = place === null ? null : (places.find(({ code }) => code === place)?.id ?? place)
    const { roles: held } = await accountNamed(management, username as string)
    const found = held.find(
      (one) => one.role === role && (one.place?.id ?? null) === at && one.state !== 'ended',
    )
    if (!found)
      throw new UsageError(
        `没有这一角色。现有：\nThere is no such role. Held:\n${held.map(roleLine).join('\n')}`,
      )
    await management.endRole(by, found.id, values.on === undefined ? undefined : day(values.on))
    complain('已办理。', 'Done.')
  },
  'reset-password': async (management, given) => {
    const [username] = exactly(given, 1)
    tellOnce(await management.resetPassword(by, (await accountNamed(management, username as string)).id))
  },
}

async function managementOf(program: Program): Promise<AccountManagement> {
  const { database, sessionSecret } = program
  const listen = listenSettings(process.env, await holdsDemo(database))
  const accounts = accountsFor(database, sessionSecret, listen)
  return manageAccounts({
    database,
    accounts,
    roles,
    namePlaces: titlesOfPlaces(program),
    accountPlaces,
    functions: areaFunctions,
    holdings: postsAsHoldings(program),
  })
}

function roleOf(role: string, values: Values) {
  if ((values.place === undefined) === !values['whole-office']) throw new UsageError(usage)
  return { role, place: values.place ?? null, ...(values.from ? { from: day(values.from) } : {}) }
}

async function accountNamed(management: AccountManagement, username: string): Promise<ListedAccount> {
  const found = (await management.list(office)).find((one) => one.username === username.toLowerCase())
  if (!found) throw new UsageError(`没有账号“${username}”。 There is no account “${username}”.`)
  return found
}

/** The password goes to standard output alone, so that it can be handed on without the words around it. */
function tellOnce({ username, password }: OncePassword): void {
  complain(
    `${username} 的一次性密码如下（只显示这一次，首次登录须修改）：`,
    `The one-time password of ${username} (shown this once; to be changed at the first sign-in):`,
  )
  process.stdout.write(`${password}\n`)
}

const states = {
  coming: '未开始 coming',
  in_force: '有效 in force',
  resting: '暂不生效 resting',
  ended: '已结束 ended',
} as const

function accountLine({ username, name, published, lastSignIn, roles: held }: ListedAccount): string {
  const signed = lastSignIn === null ? '未登录过 never signed in' : `上次登录 last signed in ${lastSignIn}`
  const line = `${username}  ${name}${published ? '  演示 demo' : ''}  ${signed}`
  return [line, ...held.map(roleLine)].join('\n')
}

function roleLine({ words, role, place, from, to, state }: GrantedRole): string {
  const where = place ? place.name : '全单位 whole office'
  return `  ${role}  ${words.zh} ${words.en}  ${where}  ${from} – ${to ?? ''}  ${states[state]}`
}

function exactly(given: readonly string[], count: number): readonly string[] {
  if (given.length !== count) throw new UsageError(usage)
  return given
}

function needed(value: string | undefined): string {
  if (value === undefined) throw new UsageError(usage)
  return value
}
