import type { Page } from '@playwright/test'
import { cardWords, pairingWords, sharedWords, zoneWords } from '../src/areas/enterprise/pages/words-zones.ts'
import { menuWords } from '../src/areas/enterprise/pages/menu-words.ts'
import { contactType, pairingType } from '../src/areas/enterprise/records.ts'
import { contactWays } from '../src/areas/enterprise/terms.ts'
import type { StaffedCommunity } from '../src/areas/people/contract.ts'
import { makeCreditCode } from '../src/platform/values/credit-code.ts'
import { formWords } from '../src/platform/web/records/form-words.ts'
import { flowLanguages } from './support/flow-languages.ts'
import { enter, pageOf } from './support/election.ts'
import { pick } from './support/form.ts'
import { goByMenu } from './support/menu.ts'
import { expectAccessible, expectEnglish, expectNoKeys, expectNoSideScroll } from './support/page-checks.ts'
import { enterPerson } from './support/people.ts'
import { expect, test } from './support/test.ts'

const since = '2018-04-01'

type World = {
  readonly community: string
  readonly zone: string
  readonly officer: string
  readonly companies: readonly [{ id: string; name: string }, { id: string; name: string }]
}

/** A zone with one community, its leader, and two companies there: one has somebody, the other was called once. */
async function makeWorld(page: Page, nth: number): Promise<World> {
  const staffing: { communities: StaffedCommunity[] } = await (
    await page.request.get('/api/people/staffing?asOf=2018-07-29')
  ).json()
  const within = staffing.communities[nth]?.place ?? { id: '', name: '' }
  const mark = `${nth}${Date.now().toString(36).slice(-4)}`
  // The communities lie in zones of the demonstration already: a compound of its own is free.
  const compound = `示例小区${mark}`
  const entered = await enter(page, 'organisation.place', {
    act: 'established',
    onDate: '2017-01-01',
    sets: { name: compound, code: `E2E-${mark}`, parent_id: within.id },
    header: { kind: 'compound' },
  })
  const place = { id: entered.id, name: compound }
  const person = async (name: string, code: string) =>
    await enterPerson(page, {
      code: `E2E-${code}-${mark}`,
      name,
      branch: '',
      sets: { branch_id: null, category: null, home_id: place.id },
    })
  const officer = `挂钩员${mark}`
  const [leader, paired] = [await person(`片区长${mark}`, 'PL'), await person(officer, 'GG')]
  const begin = async (type: string, act: string, sets: Record<string, string>, header = {}) =>
    (await enter(page, `enterprise.${type}`, { act, onDate: since, sets, header })).id
  const zone = `示例片区${mark}`
  const zoneId = await begin('zone', 'set_up', { name: zone }, { code: `PQ-${mark}` })
  await begin('zone_place', 'assigned', { zone_id: zoneId, place_id: place.id })
  await begin('zone_leader', 'appointed', { zone_id: zoneId, person_id: leader, role: 'leader_in_charge' })
  const company = async (n: number) => {
    const name = `示例科技${n}号${mark}`
    const body = `XX${String(Date.now() % 100_000).padStart(5, '0')}${n}`
    const unit = await enter(page, 'organisation.legal_person', {
      act: 'established',
      onDate: '2017-01-01',
      sets: { name, state: 'operating' },
      header: { credit_code: makeCreditCode('9', '1', '350206', body), kind: 'non_public' },
    })
    const id = await begin('company', 'listed', {
      unit_id: unit.id,
      place_id: place.id,
      industry: 'internet',
    })
    return { id, name }
  }
  const [one, two] = [await company(1), await company(2)]
  await begin('pairing', 'paired', { company_id: one.id, person_id: paired })
  await enter(page, contactType.id, {
    act: 'made',
    onDate: '2018-06-15',
    sets: {
      company_id: two.id,
      person_id: paired,
      way: 'phone',
      topic: '了解用工需求',
      next_step: '转就业服务窗口',
      code: `LX-${mark}`,
    },
  })
  return { community: place.name, zone, officer, companies: [one, two] }
}

for (const language of flowLanguages) {
  test.describe(`in ${language}`, () => {
    test.use({ language })

    test('from a zone to the company with nobody, which is then paired', async ({ page, say }) => {
      test.setTimeout(180_000)
      const shoot = async (what: string) => {
        if (process.env['XIAOMA_PICTURES'])
          await page.screenshot({ path: `test-results/${language}-${what}.png`, fullPage: true })
      }
      const checks = async (what: string, names: readonly string[]) => {
        await expectAccessible(page)
        await expectNoSideScroll(page)
        await expectNoKeys(page, language)
        if (language === 'en') await expectEnglish(page, names)
        await shoot(what)
        await page.setViewportSize({ width: 390, height: 844 })
        await expectNoSideScroll(page)
        await expectAccessible(page)
        await shoot(`${what}-phone`)
        await page.setViewportSize({ width: 1366, height: 768 })
      }
      await page.goto('/')
      const world = await makeWorld(page, language === 'zh' ? 0 : 1)
      const [one, two] = world.companies

      await goByMenu(page, say, menuWords.area, menuWords.zones)
      await expect(page.getByRole('heading', { level: 1, name: say(sharedWords.zones) })).toBeVisible()
      const line = page.getByRole('row').filter({ hasText: world.zone })
      await expect(line).toContainText(world.community)
      await expect(line.getByRole('cell').nth(3)).toHaveText('2')
      await expect(line.getByRole('cell').nth(4)).toHaveText('1')
      const shown = async () => [
        world.community,
        ...(await page.getByRole('link').allTextContents()),
        ...(await page.getByRole('option').allTextContents()),
      ]
      await checks('zones', [...(await shown()), world.zone])

      await line.getByRole('cell').nth(4).getByRole('link').click()
      await expect(page.getByText(say(pairingWords.listed(2, 1)))).toBeVisible()
      const company = page.getByRole('row').filter({ hasText: two.name })
      await expect(company).toContainText(`2018-06-15 ${say(contactWays.phone)}`)
      await expect(page.getByRole('row').filter({ hasText: one.name })).toHaveCount(0)
      await expect(page.getByRole('row').filter({ hasText: world.officer })).toContainText('1')
      await checks('pairing', [...(await shown()), two.name, one.name])

      await company.getByRole('link', { name: two.name, exact: true }).click()
      await expect(page.getByRole('heading', { level: 1, name: two.name })).toBeVisible()
      await expect(page.getByRole('table')).toContainText('转就业服务窗口')
      await checks('company', [...(await shown()), two.name])

      await page.getByRole('link', { name: say(pairingWords.pairFor(two.name)) }).click()
      await expect(page).toHaveURL(new RegExp(`/records/${pairingType.id}/new`))
      await expect(page.getByRole('main')).toContainText(two.name)
      await pick(page, say({ zh: '人员', en: 'Person' }), world.officer)
      await page.getByRole('button', { name: say(formWords.save) }).click()
      await page.waitForURL((url) => !url.pathname.endsWith('/new'))

      await page.goto('/enterprise/pairing')
      await page.getByRole('combobox', { name: say(sharedWords.zone) }).selectOption(world.zone)
      await expect(page.getByText(say(pairingWords.nobodyLeft))).toBeVisible()
      await page.getByRole('combobox', { name: say(pairingWords.which) }).selectOption('all')
      await expect(page.getByRole('row').filter({ hasText: two.name })).toContainText(world.officer)
      // The number of an officer opens the pairings, where they can be handed over together.
      await page
        .getByRole('row')
        .filter({ hasText: world.officer })
        .last()
        .getByRole('link', { name: '2', exact: true })
        .click()
      await expect(page).toHaveURL(new RegExp(`/records/${pairingType.id}`))
      await expect(page.getByRole('link', { name: one.name, exact: true })).toBeVisible()
      await expect(page.getByRole('link', { name: two.name, exact: true })).toBeVisible()

      // The record of a company leads to who is in charge of it.
      await page.goto(`/records/enterprise.company/${two.id}`)
      await page.getByRole('link', { name: say(menuWords.card) }).click()
      await expect(page.getByRole('heading', { name: say(cardWords.contacts) })).toBeVisible()
    })

    test('where there is nothing the pages say what to do first, and both print across A4', async ({
      page,
      say,
    }) => {
      await page.goto('/enterprise/zones?asOf=2016-01-01')
      await expect(page.getByText(say(zoneWords.none))).toBeVisible()
      await expect(page.getByRole('link', { name: say(zoneWords.addZone) })).toBeVisible()
      await page.goto('/enterprise/pairing?asOf=2010-01-01')
      await expect(page.getByText(say(pairingWords.noCompanies))).toBeVisible()
      await makeWorld(page, language === 'zh' ? 2 : 3)
      for (const path of ['/enterprise/zones', '/enterprise/pairing']) {
        await page.goto(path)
        await expect(page.getByRole('table').first()).toBeVisible()
        await page.emulateMedia({ media: 'print' })
        await expect(page.locator('.print-header')).toContainText(
          say({ zh: '截至2018年7月29日', en: 'as of 29 July 2018' }),
        )
        const sheet = await page.pdf({
          preferCSSPageSize: true,
          ...(process.env['XIAOMA_PICTURES']
            ? { path: `test-results/${language}-${path.split('/').at(-1)}.pdf` }
            : {}),
        })
        const [, wide, high] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(sheet.toString('latin1')) ?? []
        expect([Math.round(Number(wide)), Math.round(Number(high))]).toEqual([842, 595])
        await page.emulateMedia({ media: 'screen' })
      }
    })

    test.describe('a leader', () => {
      test.use({ account: 'leader' })
      test('reads both pages and is offered nothing to record', async ({ browser, page, say }) => {
        await page.goto('/')
        const clerk = await pageOf(browser, 'clerk', page, language)
        await clerk.goto('/')
        const { zone } = await makeWorld(clerk, language === 'zh' ? 4 : 5)
        await clerk.context().close()
        await page.goto('/enterprise/zones')
        await expect(page.getByRole('row').filter({ hasText: zone })).toBeVisible()
        await expect(page.getByRole('link', { name: say(zoneWords.addZone) })).toHaveCount(0)
        await page.goto('/enterprise/pairing')
        await expect(page.getByRole('heading', { name: say(pairingWords.officers) })).toBeVisible()
        const main = page.getByRole('main')
        await expect(main.getByRole('link', { name: say(pairingWords.pairOne) })).toHaveCount(0)
        await expectAccessible(page)
      })
    })
  })
}
