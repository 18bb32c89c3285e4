import { randomUUID } from 'node:crypto'
import type { APIRequestContext, Page, PlaywrightWorkerArgs } from '@playwright/test'
import { communityPosts } from '../src/areas/people/terms.ts'
import { roles } from '../src/app/roles.ts'
import { permissionWords } from '../src/app/permission-words.ts'
import { addDays, today } from '../src/platform/values/day.ts'
import { grantWords } from '../src/platform/web/accounts/grant-words.ts'
import { ownRoleWords } from '../src/platform/web/accounts/own-role-words.ts'
import { accountWords } from '../src/platform/web/accounts/words.ts'
import { sessionWords } from '../src/platform/web/session/words.ts'
import { flowLanguages } from './support/flow-languages.ts'
import { newAccount } from './support/accounts.ts'
import { expectAccessible, expectNoSideScroll } from './support/page-checks.ts'
import { expect, passwords, test } from './support/test.ts'

const community = '金安社区'
const day = today()
/** So that the test may run again on the same data. */
const part = Date.now().toString(36).slice(-6)
const began = addDays(day, -30)
const role = roles.community_clerk.words

/** Requests that share no cookies with the browser. */
const apart = (playwright: PlaywrightWorkerArgs['playwright'], program: string) =>
  playwright.request.newContext({ baseURL: program, storageState: { cookies: [], origins: [] } })

async function recordEvent(request: APIRequestContext, type: string, event: object): Promise<string> {
  const data = { type, idempotencyKey: randomUUID(), ...event }
  const answer = await request.post(`/api/records/${type}/events`, { data })
  await expect(answer, await answer.text()).toBeOK()
  return ((await answer.json()) as { id: string }).id
}

/** Somebody who holds a post of the community, recorded by the office's clerk. */
async function takeUp(
  clerk: APIRequestContext,
  name: string,
): Promise<{ post: string; leave: () => Promise<void> }> {
  const session = { username: 'clerk', password: passwords.clerk }
  await expect(await clerk.post('/api/session', { data: session })).toBeOK()
  const places = await clerk.get(
    `/api/records/organisation.place?find=${encodeURIComponent(community)}&asOf=${day}`,
  )
  const found = ((await places.json()) as { records: { id: string; title: string }[] }).records
  const place = found.find(({ title }) => title === community)?.id ?? ''
  const person = await recordEvent(clerk, 'people.person', {
    act: 'registered',
    onDate: began,
    header: { code: `E2E-${randomUUID().slice(0, 8)}`, name, sex: '2', birth: '1990-05', invented: 'true' },
    sets: { education: '31', home_id: place },
  })
  const post = await recordEvent(clerk, 'people.community_post', {
    act: 'began',
    onDate: began,
    header: { invented: 'true' },
    sets: {
      person_id: person,
      place_id: place,
      post: 'assistant',
      gained: 'appointed',
      working_time: 'full_time',
    },
  })
  const leave = async () => {
    const path = `/api/records/people.community_post/${post}?asOf=${day}`
    const { version } = (await (await clerk.get(path)).json()) as { version: string }
    await recordEvent(clerk, 'people.community_post', {
      id: post,
      version,
      act: 'ended',
      onDate: day,
      sets: {},
    })
  }
  return { post, leave }
}

const sees = async (request: APIRequestContext) =>
  (await request.get(`/api/records/people.person?asOf=${day}`)).status()

async function enter(
  page: Page,
  say: (words: { zh: string; en: string }) => string,
  to: string,
  who: { username: string; password: string },
) {
  await page.context().clearCookies()
  await page.goto(`/sign-in?to=${encodeURIComponent(to)}`)
  await page.getByRole('textbox', { name: say(sessionWords.username) }).fill(who.username)
  await page.getByLabel(say(sessionWords.password), { exact: true }).fill(who.password)
  await page.keyboard.press('Enter')
}

for (const language of flowLanguages) {
  test.describe(`in ${language}`, () => {
    test.use({ language, account: 'security' })

    test('a role goes with a post, is handed on and taken back, and ends with the post', async ({
      page,
      say,
      expectRefusal,
      playwright,
      program,
    }) => {
      test.setTimeout(180_000)
      expectRefusal(401)
      const [clerk, own, other] = [
        await apart(playwright, program),
        await apart(playwright, program),
        await apart(playwright, program),
      ]
      const usernames = { own: `post.${language}.${part}`, other: `deputy.${language}.${part}` }
      const holder = await newAccount(own, usernames.own)
      const deputy = await newAccount(other, usernames.other)
      const person = `叶小满${language}${part}`
      const { leave } = await takeUp(clerk, person)

      // The security administrator finds the post by name, and its place is filled in.
      await page.goto('/accounts')
      await page.getByRole('button', { name: say(accountWords.of(accountWords.grant, holder.name)) }).click()
      await page.getByLabel(say(accountWords.role), { exact: true }).selectOption('community_clerk')
      await page.getByLabel(say(accountWords.tie)).fill(person)
      const choice = page.getByLabel(say(accountWords.chosenHolding), { exact: true })
      const words = `${person} · ${say(communityPosts.assistant)} · ${community}`
      await choice.selectOption({ label: words })
      await expect(page.getByLabel(say(accountWords.place), { exact: true })).toHaveValue(/.{36}/)
      await expectAccessible(page)
      await expectNoSideScroll(page)
      await page
        .getByRole('button', { name: say(accountWords.grant), exact: true })
        .last()
        .click()
      await expect(page.getByText(say(accountWords.grantedDone(role, holder.name)))).toBeAttached()
      expect(await sees(own)).toBe(200)

      // Who may do what, asked by what it permits, says with which post.
      await page.goto('/grants')
      await page
        .getByLabel(say(grantWords.may))
        .selectOption({ label: say(permissionWords['ledgers.export'] ?? grantWords.may) })
      await page.getByLabel(say(grantWords.find)).fill(holder.name)
      await expect(page.getByText(words)).toBeVisible()
      await page.getByLabel(say(grantWords.may)).selectOption('ledgers.export_clear')
      await expect(page.getByText(say(grantWords.none))).toBeVisible()

      // The holder hands it on for a week, and takes it back.
      await enter(page, say, '/own-roles', { username: usernames.own, password: holder.password })
      const handOn = async () => {
        await page.getByRole('button', { name: say(ownRoleWords.handOnName(role)) }).click()
        await page
          .getByLabel(say(ownRoleWords.to))
          .selectOption({ label: `${deputy.name} ${usernames.other}` })
        await page.getByLabel(say(ownRoleWords.end)).fill(addDays(day, 7))
        await page.keyboard.press('Enter')
        await page.getByLabel(say(ownRoleWords.reason), { exact: true }).fill('年休假')
        await page
          .getByRole('button', { name: say(ownRoleWords.confirm), exact: true })
          .first()
          .click()
        await expect(page.getByText(say(ownRoleWords.done(role, deputy.name)))).toBeAttached()
      }
      expect(await sees(other)).toBe(403)
      await handOn()
      expect(await sees(other)).toBe(200)
      await expectAccessible(page)
      await page.getByRole('button', { name: say(ownRoleWords.takeBackName(role, deputy.name)) }).click()
      await expect(page.getByText(say(ownRoleWords.states.ended)).first()).toBeVisible()
      expect(await sees(other)).toBe(403)

      // The post ends: the next request of both is refused.
      await handOn()
      expect(await sees(other)).toBe(200)
      await leave()
      expect([await sees(own), await sees(other)]).toEqual([403, 403])
      await page.reload()
      await expect(page.getByText(say(ownRoleWords.states.resting)).first()).toBeVisible()
    })

    test('an account is closed and opened again', async ({
      page,
      say,
      expectRefusal,
      playwright,
      program,
    }) => {
      expectRefusal(401)
      const own = await apart(playwright, program)
      const username = `left.${language}.${part}`
      const { name, password } = await newAccount(own, username)
      const signsIn = async () => (await own.post('/api/session', { data: { username, password } })).status()
      await page.context().clearCookies()
      await page.goto('/sign-in?to=%2Faccounts')
      await page.getByRole('button', { name: /· admin$/ }).click()
      const act = async (kind: 'close' | 'open', confirm: 'confirmClose' | 'confirmOpen') => {
        await page.getByRole('button', { name: say(accountWords.of(accountWords[kind], name)) }).click()
        await page.getByLabel(say(accountWords.reason), { exact: true }).fill('调离本单位')
        await expectAccessible(page)
        await page.getByRole('button', { name: say(accountWords[confirm]), exact: true }).click()
      }
      await act('close', 'confirmClose')
      await expect(page.getByText(say(accountWords.closedTag('调离本单位')))).toBeVisible()
      expect((await own.get('/api/session')).status()).toBe(401)
      expect(await signsIn()).toBe(401)
      await act('open', 'confirmOpen')
      await expect(page.getByText(say(accountWords.closedTag('调离本单位')))).toHaveCount(0)
      expect(await signsIn()).toBe(200)
    })
  })
}
