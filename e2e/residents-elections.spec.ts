import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { electionWords as words } from '../src/areas/people/pages/election/words.ts'
import { paperWords } from '../src/areas/people/pages/election/paper-words.ts'
import { residentsWords } from '../src/areas/people/pages/residents/words.ts'
import { residentsStepWords as stepWords } from '../src/areas/people/rules/elections/residents/steps/residents-steps.ts'
import { communityPosts, residentsContests } from '../src/areas/people/terms.ts'
import { formWords } from '../src/platform/web/records/form-words.ts'
import { flowLanguages } from './support/flow-languages.ts'
import { enter, pageOf, type Written } from './support/election.ts'
import { pick } from './support/form.ts'
import { expectAccessible, expectNoSideScroll } from './support/page-checks.ts'
import { freshName, idOf } from './support/records.ts'
import { expect, test } from './support/test.ts'
import { typeDay } from './support/type-day.ts'

const surnames = ['丁', '王', '李', '陈', '林', '黄', '张', '蔡'] as const
type Surname = (typeof surnames)[number]

/** An election of five planned, its committee chosen, its list published, and those who stand checked. */
async function checkedElection(page: Page) {
  const fresh = freshName('居选')
  const place = await idOf(page, 'organisation.place', '金安社区')
  const given = String(Date.now())
    .slice(-4)
    .replaceAll(/\d/g, (digit) => '零一二三四五六七八九'.charAt(Number(digit)))
  const people = new Map<Surname, string>()
  for (const surname of surnames) {
    const { id } = await enter(page, 'people.person', {
      act: 'registered',
      onDate: '2012-01-01',
      header: {
        code: `${fresh.code}-${surname}`,
        name: `${surname}${given}`,
        sex: surname === '陈' ? '2' : '1',
        birth: '1978-05',
        invented: 'true',
      },
      sets: { education: '21', home_id: place },
    })
    people.set(surname, id)
  }
  const election = await enter(page, 'people.residents_election', {
    act: 'planned',
    onDate: '2026-04-01',
    header: { code: fresh.code, invented: 'true' },
    sets: {
      place_id: place,
      kind: 'term',
      term_no: '8',
      seats: '5',
      mode: 'voters',
      planned_on: '2026-06-20',
    },
  })
  let { version } = election
  for (const [act, onDate, sets] of [
    ['committee_chosen', '2026-04-20', { chosen_by: 'representatives_meeting' }],
    ['list_published', '2026-05-20', { voters: '1000' }],
    ['candidates_checked', '2026-05-28', { eligibility_by: '街道民政办' }],
    ['relatives_checked', '2026-05-28', { relatives_by: '街道民政办' }],
  ] as const)
    ({ version } = await enter(page, 'people.residents_election', {
      id: election.id,
      version,
      act,
      onDate,
      sets,
    }))
  for (const [surname, role] of [
    ['蔡', 'committee_chair'],
    ['张', 'scrutineer'],
  ] as const)
    await enter(page, 'people.residents_officer', {
      act: 'chosen',
      onDate: '2026-04-20',
      sets: { person_id: people.get(surname) as string, election_id: election.id, role },
    })
  return { id: election.id, given, person: (surname: Surname) => people.get(surname) as string }
}
type Checked = Awaited<ReturnType<typeof checkedElection>>

/** A ballot with its count, as the page would send them. */
async function countedBallot(
  page: Page,
  { id, person }: Checked,
  contest: keyof typeof residentsContests,
  seats: number,
  votes: Readonly<Partial<Record<Surname, number>>>,
) {
  const post = async (path: string, data: object): Promise<Written> => {
    const written = await page.request.post(path, { data: { idempotencyKey: randomUUID(), ...data } })
    await expect(written).toBeOK()
    return await written.json()
  }
  const given = Object.entries(votes) as [Surname, number][]
  const ballot = await post(`/api/people/residents-elections/${id}/ballots`, {
    contest,
    vote: 'first',
    seats,
    onDate: '2026-05-25',
    candidates: given.map(([surname]) => ({
      personId: person(surname),
      nominatedBy: 'voters',
      nominators: 12,
    })),
  })
  await post(`/api/people/residents-ballots/${ballot.id}/count`, {
    version: ballot.version,
    onDate: '2026-06-20',
    entitled: 1000,
    participants: 800,
    issued: 800,
    returned: 800,
    void: 0,
    proxies: 0,
    mostProxies: 0,
    candidateProxies: 0,
    unwrittenProxies: 0,
    candidates: given.map(([surname, count]) => ({ personId: person(surname), for: count })),
    writeIns: [],
  })
}

for (const language of flowLanguages) {
  test.describe(`in ${language}`, () => {
    test.use({ language, account: 'community' })

    test('a residents’ election from its steps over the count to posts that another person confirms and undoes', async ({
      page,
      browser,
      say,
    }) => {
      test.slow()
      const checked = await checkedElection(page)
      const { id, given } = checked
      const path = `/people/residents-elections/${id}`
      const shoot = async (what: string) => {
        if (!process.env['XIAOMA_PICTURES']) return
        await page.screenshot({ path: `test-results/${language}-${what}.png`, fullPage: true })
        await page.setViewportSize({ width: 390, height: 844 })
        await page.screenshot({ path: `test-results/${language}-${what}-phone.png`, fullPage: true })
        await page.setViewportSize({ width: 1366, height: 768 })
      }
      await page.goto(`/records/people.residents_election/${id}`)
      await page.getByRole('link', { name: say(words.guide) }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        say(residentsWords.committeeOf('金安社区')),
      )
      await expect(page.getByText(say(residentsWords.voters(1000)))).toBeVisible()
      const steps = page.getByRole('region', { name: say(words.steps) })
      const take = async (step: 'held' | 'announced') => {
        await steps.getByRole('link', { name: `${say(words.take)} ${say(stepWords[step])}` }).click()
        await typeDay(page, say(formWords.onDate), '2026-06-20')
        await page.getByRole('button', { name: say(formWords.save) }).click()
        await page.waitForURL((url) => !url.pathname.endsWith('/act'))
        await page.goto(path)
      }
      await expect(steps.getByRole('listitem').last()).toContainText(say(words.states.locked))

      await page.getByRole('button', { name: say(words.prepare) }).click()
      const preparing = page.getByRole('form', { name: say(words.prepare) })
      await typeDay(page, say(words.onDay), '2026-05-25')
      for (const surname of ['王', '丁'] as const)
        await pick(page, say(words.addCandidate), `${surname}${given}`)
      const second = `丁${given}`
      await preparing.getByLabel(say(residentsWords.nominatedBy(second))).selectOption('voters')
      await preparing.getByRole('textbox', { name: say(residentsWords.nominators(second)) }).fill('10')
      await expectAccessible(page)
      await shoot('residents-prepare')
      await preparing.getByRole('button', { name: say(words.save) }).click()
      await expect(preparing).toHaveCount(0)
      const rows = page.getByRole('region', { name: say(words.ballots) }).getByRole('row')
      for (const [at, surname] of ['丁', '王'].entries())
        await expect(rows.nth(at + 1)).toContainText(`${at + 1}. ${surname}${given}`)
      // A woman stands among the others, without whom the law has the office think again.
      await countedBallot(page, checked, 'deputy', 1, { 陈: 500, 丁: 300 })
      await countedBallot(page, checked, 'member', 3, { 李: 600, 林: 610, 黄: 620, 丁: 100 })
      await page.goto(path)
      await take('held')

      await page.getByRole('button', { name: say(words.enterCount) }).click()
      const counting = page.getByRole('form', { name: say(words.enterCount) })
      await typeDay(page, say(words.voteDay), '2026-06-20')
      const totals = { entitled: '1000', participants: '800', issued: '800', returned: '800', void: '0' }
      for (const [key, value] of Object.entries(totals))
        await counting
          .getByRole('textbox', {
            name: say(residentsWords.figures[key as keyof typeof totals]),
            exact: true,
          })
          .fill(value)
      for (const [surname, value] of Object.entries({ 王: '500', 丁: '300' }))
        await counting
          .getByRole('textbox', { name: say(residentsWords.votesOf(`${surname}${given}`)), exact: true })
          .fill(value)
      await expectAccessible(page)
      await shoot('residents-count')
      await counting.getByRole('button', { name: say(words.save) }).click()
      await expect(counting).toHaveCount(0)
      await take('announced')

      const outcome = page.getByRole('region', { name: say(words.outcome) })
      await expect(outcome.getByText(say(words.ownCount))).toBeVisible()
      await expect(outcome.getByRole('row').filter({ hasText: `王${given}` })).toContainText(
        say(communityPosts.committee_director),
      )
      await expectAccessible(page)
      await expectNoSideScroll(page)
      await shoot('residents')
      await page.setViewportSize({ width: 390, height: 844 })
      await expectNoSideScroll(page)
      await page.setViewportSize({ width: 1366, height: 768 })

      for (const paper of ['notice', 'list', 'ballot', 'report'] as const) {
        await page.goto(`${path}/papers?paper=${paper}`)
        await expect(
          page.getByRole('heading', {
            name: say(
              paperWords.title(say(residentsWords.committee('金安社区')), residentsWords.papers[paper]),
            ),
          }),
        ).toBeVisible()
        await expectAccessible(page)
        await page.emulateMedia({ media: 'print' })
        await expect(page.getByRole('combobox')).toHaveCount(0)
        const sheet = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
        expect([paper, sheet.match(/\/Type\s*\/Page\b/g)?.length]).toEqual([paper, 1])
        await shoot(`residents-${paper}`)
        await page.emulateMedia({ media: 'screen' })
      }
      await expect(page.getByText(say(paperWords.scrutineers))).toContainText(`张${given}`)

      const clerk = await pageOf(browser, 'clerk', page, language)
      await clerk.goto(path)
      const other = clerk.getByRole('region', { name: say(words.outcome) })
      await typeDay(clerk, say(words.confirmDay), '2026-06-22')
      await other.getByRole('button', { name: say(words.preview) }).click()
      // Every figure is counted twice before it answers, on a machine that others use as well.
      await expect(other.getByRole('button', { name: say(words.confirm), exact: true })).toBeVisible({
        timeout: 60_000,
      })
      await expectAccessible(clerk)
      if (process.env['XIAOMA_PICTURES'])
        await clerk.screenshot({ path: `test-results/${language}-residents-confirm.png`, fullPage: true })
      await other.getByRole('button', { name: say(words.confirm), exact: true }).click()
      await expect(other.getByRole('button', { name: say(words.undo) })).toBeVisible()
      const held = async () => {
        const posts = await clerk.request.get(
          `/api/records/people.community_post?${new URLSearchParams({ find: given, asOf: '2026-07-01' })}`,
        )
        const { records }: { records: { title: string }[] } = await posts.json()
        return records.map(({ title }) => title.slice(0, 1)).sort()
      }
      expect(await held()).toEqual(['王', '陈', '李', '林', '黄'].sort())
      await other.getByRole('textbox', { name: say(words.undoReason) }).fill('计票有误')
      await other.getByRole('button', { name: say(words.undo) }).click()
      await expect(other.getByRole('button', { name: say(words.undo) })).toHaveCount(0)
      expect(await held()).toEqual([])
      await clerk.context().close()
    })
  })
}
