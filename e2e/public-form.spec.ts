import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { requestWords } from '../src/areas/enterprise/pages/requests/words.ts'
import { submissionWords } from '../src/areas/enterprise/pages/requests/submission-words.ts'
import { fieldLabels, formWords as words } from '../src/areas/enterprise/pages/public/form-words.ts'
import { lookWords } from '../src/areas/enterprise/pages/public/look-words.ts'
import { pageWords } from '../src/areas/enterprise/pages/public/page-words.ts'
import { receiptWords } from '../src/areas/enterprise/pages/public/receipt-words.ts'
import { nextWords, stageWords, standingWords } from '../src/areas/enterprise/pages/public/standing-words.ts'
import type { FieldName } from '../src/areas/enterprise/pages/public/form-values.ts'
import type { RequestLists } from '../src/areas/enterprise/request-contract.ts'
import { requestKinds, requestOutcomes } from '../src/areas/enterprise/terms.ts'
import type { Text } from '../src/platform/text.ts'
import { makeCreditCode } from '../src/platform/values/credit-code.ts'
import { today } from '../src/platform/values/day.ts'
import { formWords } from '../src/platform/web/records/form-words.ts'
import { flowLanguages } from './support/flow-languages.ts'
import { companyWithDepartments } from './support/company.ts'
import { enter, pageAt, type Written } from './support/election.ts'
import { expectAccessible, expectEnglish, expectNoSideScroll } from './support/page-checks.ts'
import { startProgram } from './support/program.ts'
import { expect, test as base } from './support/test.ts'

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** A program with public pages, which are the pages under test; the office's own lie at `program`. */
const test = base.extend<object, { publicPort: number }>({
  publicPort: [
    async ({ browserName: _any }, use) => {
      await use(await freePort())
    },
    { scope: 'worker' },
  ],
  program: [
    async ({ publicPort }, use) => {
      const started = await startProgram({ XIAOMA_PUBLIC_PORT: String(publicPort) })
      await use(started.address)
      await started.stop()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ publicPort, program: _running }, use) => {
    await use(`http://127.0.0.1:${publicPort}`)
  },
})

const submitted = '**/rpc/requests/submit'
const phone = '0592-5550123'

async function shoot(page: Page, name: string) {
  if (!process.env['XIAOMA_PICTURES']) return
  await page.screenshot({ path: `test-results/public-${name}.png`, fullPage: true })
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSideScroll(page)
  await page.screenshot({ path: `test-results/public-${name}-phone.png`, fullPage: true })
  await page.setViewportSize({ width: 1366, height: 768 })
}

for (const language of flowLanguages) {
  test.describe(`in ${language}`, () => {
    test.use({ language, account: null })

    /** What a company fills in, by the labels that it reads. */
    const filler = (page: Page, say: (words: Text) => string) => {
      const field = (name: FieldName) => page.getByLabel(say(fieldLabels[name]))
      const button = page.getByRole('button', { name: say(words.send), exact: true })
      const fill = async (values: Partial<Record<FieldName, string>>) => {
        for (const [name, value] of Object.entries(values)) {
          if (name === 'kind') await field('kind').selectOption({ label: value })
          else await field(name as FieldName).fill(value)
        }
      }
      return { field, button, fill }
    }

    test('a company sends a request and follows it with its code to the end', async ({
      page,
      browser,
      program,
      context,
      say,
      expectRefusal,
    }) => {
      test.slow()
      expectRefusal(0)
      expectRefusal(404)
      expectRefusal(422)
      const clerk = await pageAt(browser, 'clerk', program, language)
      const { company, creditCode, departments, departmentIds, name } = await companyWithDepartments(clerk)
      const { name: staff } = (await (await clerk.request.get('/api/session')).json()) as { name: string }
      expect(staff).not.toBe('')
      const { field, button, fill } = filler(page, say)
      const sane = async (picture: string, names: readonly string[]) => {
        await expectAccessible(page)
        await expectNoSideScroll(page)
        if (language === 'en') await expectEnglish(page, names)
        await shoot(page, `${language}-${picture}`)
      }

      await page.goto('/')
      await expect(page).toHaveTitle(say(words.title))
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(words.title))
      await expect(page.getByRole('heading', { name: say(words.notice) })).toBeVisible()
      await sane('form-empty', [])

      // What is missing is told all at once; the first wrong field has the focus.
      await button.click()
      await expect(field('creditCode')).toBeFocused()
      await expect(page.getByRole('alert').getByRole('listitem')).toHaveCount(5)
      await expect(field('content')).toHaveAccessibleDescription(
        new RegExp(say(words.missing('content')).replaceAll(/[.?]/g, '\\$&')),
      )
      await sane('form-wrong', [])
      await page
        .getByRole('alert')
        .getByRole('link', { name: say(words.missing('subject')) })
        .click()
      await expect(field('subject')).toBeFocused()

      const content = `${name}的流动资金贷款下月到期，\n希望协调续贷。`
      await fill({
        creditCode: creditCode.toLowerCase(),
        companyName: company,
        kind: say(requestKinds.financing),
        subject: name,
        content,
        askerName: '林示例',
        askerPhone: '打 110',
      })
      await button.click()
      await expect(field('askerPhone')).toBeFocused()
      await expect(field('askerPhone')).toHaveAccessibleDescription(/只能有数字|has digits/)
      await page.reload()
      await expect(field('content')).toHaveValue(content)
      await expect(field('askerPhone')).toHaveValue('打 110')
      await fill({ askerPhone: phone })
      await shoot(page, `${language}-form-filled`)

      // The answer is lost on its way: what was sent is sent again, in a page that was loaded anew, and is one submission.
      await page.route(submitted, async (route) => {
        await route.fetch()
        await route.abort('connectionrefused')
      })
      await button.click()
      await expect(page.getByRole('alert').getByText(say(words.noAnswer))).toBeVisible()
      await page.unroute(submitted)
      await page.reload()
      await button.click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(receiptWords.title))
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
      await expect(page).toHaveTitle(say(receiptWords.title))
      const code = await page.locator('code').innerText()
      expect(code).toMatch(/^WS\d{8}(-[0-9A-Z]{4}){4}$/)
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.getByRole('button', { name: say(receiptWords.copy) }).click()
      await expect(page.getByRole('status').filter({ hasText: say(receiptWords.copied) })).toBeVisible()
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code)
      await sane('sent', [])

      const lists = await clerk.request.get('/api/enterprise/requests')
      const { submissions } = (await lists.json()) as RequestLists
      const ours = submissions.filter(({ subject }) => subject === name)
      expect(ours).toHaveLength(1)
      const id = ours[0]?.id ?? ''
      const number = ours[0]?.number ?? 'none'
      expect(code.startsWith(number)).toBe(true)

      await page.getByRole('link', { name: say(pageWords.form), exact: true }).click()
      await expect(field('content')).toHaveValue('')
      await page.getByRole('link', { name: say(pageWords.look) }).click()
      await expect(page).toHaveTitle(say(lookWords.title))
      const box = page.getByLabel(say(lookWords.code))
      const looked = page.getByRole('article')
      const look = async (typed: string) => {
        await page.goto('/look')
        await box.fill(typed)
        await page.keyboard.press('Enter')
      }
      const stands = async (stage: keyof typeof stageWords) => {
        await look(code)
        await expect(looked.getByRole('heading', { level: 2 })).toBeFocused()
        await expect(looked.getByText(say(stageWords[stage]), { exact: true }).first()).toBeVisible()
        await expect(looked.getByText(say(nextWords[stage]))).toBeVisible()
        // What the office knows of the sender and does among itself is not told; the code stands in no address.
        const shown = await page.locator('body').innerText()
        for (const secret of [phone, '林示例', '不告诉企业', staff, content])
          expect(shown).not.toContain(secret)
        expect(page.url()).toMatch(/\/look$/)
        await sane(stage, [name, company, number, '已协调银行续贷', '请等待', departments[0]])
      }
      await look(`${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`)
      await expect(box).toBeFocused()
      await expect(box).toHaveAccessibleDescription(/没有找到|no such code/)
      await expect(looked).toHaveCount(0)
      await sane('wrong-code', [])
      await page.goto('/look')
      await page.getByRole('button', { name: say(lookWords.look), exact: true }).click()
      await expect(box).toHaveAccessibleDescription(new RegExp(say(lookWords.missing)))
      await stands('waiting')
      await expect(looked.getByRole('listitem').filter({ hasText: say(standingWords.now) })).toHaveCount(1)

      const community = await pageAt(browser, 'community', program, language)
      const theirs = (await (await community.request.get('/api/enterprise/requests')).json()) as RequestLists
      expect(theirs.submissions).toEqual([])
      expect((await community.request.get(`/api/enterprise/submissions/${id}`)).status()).toBe(404)
      await community.context().close()

      // The demo looks at 2018 by itself.
      await clerk.goto(`/enterprise/requests?list=online&asOf=${today()}`)
      clerk.setDefaultTimeout(30_000)
      await clerk.getByRole('link', { name, exact: true }).click()
      await clerk.getByRole('button', { name: say(submissionWords.takeUp), exact: true }).click()
      await clerk
        .getByRole('form', { name: say(submissionWords.takeUp) })
        .getByRole('button', { name: say(submissionWords.takeUp), exact: true })
        .click()
      await expect(clerk.getByText(say(formWords.saved))).toBeVisible()
      await expect(clerk.getByText(say(requestWords.noParts))).toBeVisible()
      await stands('received')

      const request = clerk.url().split('/').at(-1)?.split('?')[0] ?? ''
      const on = today()
      let task: Written = await enter(clerk, 'enterprise.task', {
        act: 'assigned',
        onDate: on,
        sets: { request_id: request, department_id: departmentIds[0] ?? '', role: 'lead' },
      })
      const does = async (act: string, sets: Record<string, string> = {}) => {
        task = await enter(clerk, 'enterprise.task', { ...task, act, onDate: on, sets })
      }
      await does('accepted')
      await stands('in_work')
      await expect(looked.getByText(departments[0])).toBeVisible()
      await does('paused', { why: '不告诉企业' })
      await stands('in_work')
      await expect(looked.getByText(/暂停计时|clock has stopped/)).toBeVisible()
      await does('resumed')
      await does('answered', { answer: '已协调银行续贷' })
      await stands('answered')
      await expect(looked.getByRole('blockquote')).toHaveText('已协调银行续贷')
      const { version } = (await (
        await clerk.request.get(`/api/records/enterprise.request/${request}`)
      ).json()) as Written
      await enter(clerk, 'enterprise.request', {
        id: request,
        version,
        act: 'closed',
        onDate: on,
        sets: { outcome: 'solved', confirmation: 'spoken', evidence: '不告诉企业' },
      })
      await stands('closed')
      await expect(looked.getByText(say(requestOutcomes.solved)).first()).toBeVisible()
      await page.emulateMedia({ media: 'print' })
      await expect(box).toBeHidden()
      await shoot(page, `${language}-print`)
      await page.emulateMedia({ media: 'screen' })
      expect(await context.cookies()).toEqual([])
      await clerk.context().close()
    })

    test('what is not taken up says why; no such page says where to go; the language stays', async ({
      page,
      browser,
      program,
      say,
    }) => {
      const clerk = await pageAt(browser, 'clerk', program, language)
      const { company, creditCode, name } = await companyWithDepartments(clerk)
      const { field, button, fill } = filler(page, say)
      await page.goto('/records/list')
      await expect(page).toHaveTitle(say(pageWords.notFound))
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(pageWords.notFound))
      await expectAccessible(page)
      if (language === 'en') await expectEnglish(page, [])
      await shoot(page, `${language}-not-found`)
      await page
        .getByRole('main')
        .getByRole('link', { name: say(pageWords.form) })
        .click()
      await fill({
        creditCode,
        companyName: company,
        kind: say(requestKinds.other),
        subject: name,
        content: '身份证号 11010519491231002X，请办理。',
      })
      await expect(page.getByText(say(words.personalNumber))).toBeVisible()
      await field('content').fill('不是街道能办的事')
      await expect(page.getByText(say(words.personalNumber))).toHaveCount(0)
      await button.click()
      const code = await page.locator('code').innerText()
      const lists = (await (await clerk.request.get('/api/enterprise/requests')).json()) as RequestLists
      const id = lists.submissions.find(({ subject }) => subject === name)?.id ?? ''
      const { version } = (await (
        await clerk.request.get(`/api/records/enterprise.submission/${id}`)
      ).json()) as Written
      await enter(clerk, 'enterprise.submission', {
        id,
        version,
        act: 'declined',
        onDate: today(),
        sets: { why: '请向市里反映' },
      })
      await page.goto('/look')
      await page.getByLabel(say(lookWords.code)).fill(code.toLowerCase().replaceAll('-', ' '))
      await page.keyboard.press('Enter')
      await expect(page.getByRole('blockquote')).toHaveText('请向市里反映')
      await expect(page.getByText(say(nextWords.declined))).toBeVisible()
      await expectAccessible(page)
      if (language === 'en') await expectEnglish(page, [name, company, '请向市里反映'])
      await shoot(page, `${language}-declined`)
      await page.getByRole('button', { name: language === 'zh' ? 'English' : '中文' }).click()
      const other = language === 'zh' ? 'en' : 'zh'
      await expect(page.locator('html')).toHaveAttribute('lang', other === 'zh' ? 'zh-CN' : 'en')
      await expect(page.getByText(nextWords.declined[other])).toBeVisible()
      await page.reload()
      await expect(page).toHaveTitle(lookWords.title[other])
      await clerk.context().close()
    })
  })
}

test.describe('the two servers', () => {
  test.use({ account: null })

  test('neither answers what is the other’s', async ({ page, program, playwright }) => {
    const open = page.request
    const office = await playwright.request.newContext({ baseURL: program })
    const status = async (at: typeof open, method: string, path: string) =>
      (await at.fetch(path, { method, ...(method === 'POST' ? { data: { json: {} } } : {}) })).status()
    for (const [method, path] of [
      ['POST', '/rpc/records/list'],
      ['POST', '/rpc/access/signIn'],
      ['POST', '/api/session'],
      ['GET', '/api/enterprise/requests'],
      ['GET', '/public.html'],
    ] as const)
      expect([path, await status(open, method, path)]).toEqual([path, 404])
    for (const [method, path] of [
      ['POST', '/rpc/requests/look'],
      ['POST', '/rpc/requests/submit'],
      ['GET', '/api/form'],
      ['GET', '/public.html'],
    ] as const)
      expect([path, await status(office, method, path)]).toEqual([path, 404])
    const answer = await open.get('/')
    expect(await answer.text()).toContain('企业诉求网上反映')
    expect(await (await open.get('/index.html')).text()).toContain('企业诉求网上反映')
    expect(answer.headers()['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(answer.headers()['set-cookie']).toBeUndefined()
    await office.dispose()
  })

  test('whoever is refused for a while is told so and loses nothing', async ({
    page,
    request,
    say,
    expectRefusal,
  }) => {
    expectRefusal(503)
    expectRefusal(429)
    const creditCode = makeCreditCode('9', '1', '350206', '12345678')
    const valid = { creditCode, companyName: '甲', kind: 'other', subject: '乙', content: '丙' }
    await page.goto('/')
    await page.getByLabel(say(fieldLabels.creditCode)).fill(creditCode)
    await page.getByLabel(say(fieldLabels.companyName)).fill('示例公司')
    await page.getByLabel(say(fieldLabels.kind)).selectOption('other')
    await page.getByLabel(say(fieldLabels.subject)).fill('停车位不够')
    await page.getByLabel(say(fieldLabels.content)).fill('员工停车困难')
    const button = page.getByRole('button', { name: say(words.send), exact: true })
    const data = { words: { zh: '网上诉求单积压较多', en: 'Too much is waiting' }, details: {} }
    await page.route(submitted, (route) =>
      route.fulfill({
        status: 503,
        json: { json: { defined: true, code: 'UNAVAILABLE', status: 503, message: 'no', data } },
      }),
    )
    await button.click()
    await expect(page.getByRole('alert').getByText(data.words.zh)).toBeVisible()
    await expect(page.getByRole('alert').getByText(say(words.kept))).toBeVisible()
    await page.unroute(submitted)

    let status = 0
    for (let sent = 0; sent < 12 && status !== 429; sent++) {
      const key = `too-often-${sent}`
      const answer = await request.post('/api/submissions', { data: { ...valid, idempotencyKey: key } })
      status = answer.status()
    }
    expect(status).toBe(429)
    await button.click()
    await expect(page.getByRole('alert').getByText(/分钟/)).toBeVisible()
    await expectAccessible(page)
    await shoot(page, 'zh-too-often')
    await page.reload()
    await expect(page.getByLabel(say(fieldLabels.content))).toHaveValue('员工停车困难')
  })
})
