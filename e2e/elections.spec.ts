import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { electionWords as words } from '../src/areas/people/pages/election/words.ts'
import { paperWords } from '../src/areas/people/pages/election/paper-words.ts'
import { stepWords } from '../src/areas/people/rules/elections/steps/step-words.ts'
import { pastElection } from '../src/areas/people/rules/elections/ended-words.ts'
import { contests, partyPosts, settlements } from '../src/areas/people/terms.ts'
import { formWords } from '../src/platform/web/records/form-words.ts'
import { flowLanguages } from './support/flow-languages.ts'
import { enter, pageOf, type Written } from './support/election.ts'
import { choose, pick } from './support/form.ts'
import { expectAccessible, expectNoSideScroll } from './support/page-checks.ts'
import { enterBranch, freshName, idOf } from './support/records.ts'
import { expect, test } from './support/test.ts'
import { typeDay } from './support/type-day.ts'

/** A committee with members, and its election planned, requested and approved: what came before the page is opened. */
async function approvedElection(page: Page) {
  const fresh = freshName('选举')
  const seat = await idOf(page, 'organisation.place', '金安社区')
  const organisation = await enterBranch(page, { ...fresh, seat, kind: '611', onDate: '2012-01-01' })
  // Characters whose strokes are known, so that the list can be put in order.
  const given = String(Date.now())
    .slice(-4)
    .replaceAll(/\d/g, (digit) => '零一二三四五六七八九'.charAt(Number(digit)))
  const people = new Map<string, string>()
  for (const surname of ['丁', '王', '李', '陈', '蔡']) {
    const { id } = await enter(page, 'people.person', {
      act: 'registered',
      onDate: '2012-01-01',
      header: {
        code: `${fresh.code}-${surname}`,
        name: `${surname}${given}`,
        sex: '1',
        birth: '1978-05',
        invented: 'true',
      },
      sets: { education: '21', branch_id: organisation, category: 'full' },
    })
    people.set(surname, id)
  }
  const election = await enter(page, 'people.election', {
    act: 'planned',
    onDate: '2018-01-10',
    header: { code: fresh.code, invented: 'true' },
    sets: {
      organisation_id: organisation,
      kind: 'term',
      term_no: '2',
      seats: '3',
      secretary_by: 'committee',
      planned_on: '2018-06-20',
    },
  })
  await enter(page, 'people.election_officer', {
    act: 'chosen',
    onDate: '2018-06-01',
    sets: { person_id: people.get('蔡') as string, election_id: election.id, role: 'scrutineer' },
  })
  let { version } = election
  for (const [act, onDate] of [
    ['requested', '2018-02-10'],
    ['approved', '2018-03-01'],
    ['candidates_requested', '2018-04-10'],
    ['candidates_approved', '2018-04-20'],
  ] as const)
    ({ version } = await enter(page, 'people.election', {
      id: election.id,
      version,
      act,
      onDate,
      documentNo: `${fresh.code}号`,
    }))
  return { election: election.id, ...fresh, suffix: given, people }
}

for (const language of flowLanguages) {
  test.describe(`in ${language}`, () => {
    test.use({ language, account: 'community' })

    test('an election from its steps over the count to posts that another person confirms', async ({
      page,
      browser,
      say,
    }) => {
      test.slow()
      const { election, name, suffix } = await approvedElection(page)
      const shoot = async (what: string) => {
        if (!process.env['XIAOMA_PICTURES']) return
        await page.screenshot({ path: `test-results/${language}-${what}.png`, fullPage: true })
        await page.setViewportSize({ width: 390, height: 844 })
        await page.screenshot({ path: `test-results/${language}-${what}-phone.png`, fullPage: true })
        await page.setViewportSize({ width: 1366, height: 768 })
      }
      await page.goto(`/records/people.election/${election}`)
      await page.getByRole('link', { name: say(words.guide) }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
      const steps = page.getByRole('region', { name: say(words.steps) })
      await expect(steps.getByRole('listitem').last()).toContainText(say(words.states.locked))
      await steps.getByRole('link', { name: `${say(words.take)} ${say(stepWords.held)}` }).click()
      await typeDay(page, say(formWords.onDate), '2018-06-20')
      await page.getByRole('button', { name: say(formWords.save) }).click()
      await page.waitForURL((url) => !url.pathname.endsWith('/act'))

      await page.goto(`/people/elections/${election}`)
      const held = steps.getByRole('listitem').filter({ hasText: say(stepWords.held) })
      await expect(held.first()).toContainText(say(words.states.done))

      const prepare = async (contest: keyof typeof contests, surnames: readonly string[]) => {
        await page.getByRole('button', { name: say(words.prepare) }).click()
        const form = page.getByRole('form', { name: say(words.prepare) })
        await form.getByLabel(say(words.contest)).selectOption(contest)
        await form.getByRole('textbox', { name: say(words.seats) }).fill(contest === 'committee' ? '3' : '1')
        await typeDay(page, say(words.onDay), '2018-06-10')
        for (const surname of surnames) await pick(page, say(words.addCandidate), `${surname}${suffix}`)
        await form.getByRole('button', { name: say(words.save) }).click()
        await expect(form).toHaveCount(0)
      }
      const count = async (figures: readonly string[], votes: Readonly<Record<string, string>>) => {
        await page.getByRole('button', { name: say(words.enterCount) }).click()
        const form = page.getByRole('form', { name: say(words.enterCount) })
        await typeDay(page, say(words.voteDay), '2018-06-20')
        const keys = ['due', 'present', 'issued', 'returned', 'void'] as const
        for (const [at, key] of keys.entries())
          await form.getByRole('textbox', { name: say(words[key]), exact: true }).fill(figures[at] as string)
        const valid = Number(figures[3])
        for (const [surname, yes] of Object.entries(votes)) {
          const field = (what: 'votesFor' | 'votesAgainst' | 'abstained') =>
            form.getByRole('textbox', {
              name: say(words.votesOf(`${surname}${suffix}`, words[what])),
              exact: true,
            })
          await field('votesFor').fill(yes)
          await field('votesAgainst').fill(String(valid - Number(yes)))
          await field('abstained').fill('0')
        }
        await expectAccessible(page)
        await shoot('count')
        await form.getByRole('button', { name: say(words.save) }).click()
        await expect(form).toHaveCount(0)
      }
      await prepare('committee', ['陈', '李', '丁', '王'])
      const rows = page.getByRole('region', { name: say(words.ballots) }).getByRole('row')
      for (const [at, surname] of ['丁', '王', '李', '陈'].entries())
        await expect(rows.nth(at + 1)).toContainText(`${at + 1}. ${surname}${suffix}`)
      await expect(page.getByText(say(words.noStrokes('')))).toHaveCount(0)
      await count(['50', '50', '50', '50', '0'], { 丁: '40', 王: '38', 李: '10', 陈: '36' })
      await prepare('secretary', [`王`])
      await count(['3', '3', '3', '3', '0'], { 王: '3' })

      const outcome = page.getByRole('region', { name: say(words.outcome) })
      await expect(outcome.getByText(say(words.ownCount))).toBeVisible()
      await expect(outcome.getByRole('row').filter({ hasText: `王${suffix}` })).toContainText(
        say(partyPosts.secretary),
      )
      await expect(outcome.getByRole('button', { name: say(words.preview) })).toHaveCount(0)
      await expectAccessible(page)
      await expectNoSideScroll(page)
      await shoot('election')
      await page.setViewportSize({ width: 390, height: 844 })
      await expectNoSideScroll(page)
      await page.setViewportSize({ width: 1366, height: 768 })
      await steps.getByRole('link', { name: `${say(words.take)} ${say(stepWords.reported)}` }).click()
      await typeDay(page, say(formWords.onDate), '2018-06-21')
      await page.getByRole('button', { name: say(formWords.save) }).click()
      await page.waitForURL((url) => !url.pathname.endsWith('/act'))

      for (const paper of ['list', 'ballot', 'report'] as const) {
        await page.goto(`/people/elections/${election}/papers?paper=${paper}`)
        await expect(
          page.getByRole('heading', { name: say(paperWords.title(name, words.paperNames[paper])) }),
        ).toBeVisible()
        await expectAccessible(page)
        await page.emulateMedia({ media: 'print' })
        await expect(page.getByRole('combobox')).toHaveCount(0)
        const sheet = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
        expect([paper, sheet.match(/\/Type\s*\/Page\b/g)?.length]).toEqual([paper, 1])
        await shoot(paper)
        await page.emulateMedia({ media: 'screen' })
      }
      await expect(page.getByText(say(paperWords.scrutineers))).toContainText(`蔡${suffix}`)

      const clerk = await pageOf(browser, 'clerk', page, language)
      await clerk.goto(`/people/elections/${election}`)
      const other = clerk.getByRole('region', { name: say(words.outcome) })
      await typeDay(clerk, say(words.confirmDay), '2018-06-25')
      await other.getByRole('button', { name: say(words.preview) }).click()
      // Every figure is counted twice before it answers, on a machine that others use as well.
      await expect(other.getByRole('button', { name: say(words.confirm), exact: true })).toBeVisible({
        timeout: 60_000,
      })
      await expectAccessible(clerk)
      if (process.env['XIAOMA_PICTURES'])
        await clerk.screenshot({ path: `test-results/${language}-confirm.png`, fullPage: true })
      await other.getByRole('button', { name: say(words.confirm), exact: true }).click()
      await expect(other.getByRole('button', { name: say(words.undo) })).toBeVisible()
      await expect(
        clerk.getByText(say(words.confirmedOn({ zh: '2018年6月25日', en: '25 June 2018' }))),
      ).toBeVisible()
      const posts = await clerk.request.get(
        `/api/records/people.party_post?${new URLSearchParams({ find: suffix, asOf: '2018-07-01' })}`,
      )
      const { records }: { records: { title: string }[] } = await posts.json()
      expect(records.map(({ title }) => title.slice(0, 1)).sort()).toEqual(['丁', '王', '陈'].sort())
      await clerk.context().close()
    })

    test('what a count leaves open is recorded from the page, and who counts is chosen for this election', async ({
      page,
      say,
    }) => {
      const { election, code, people } = await approvedElection(page)
      const four = ['丁', '王', '李', '陈'].map((surname) => people.get(surname) as string)
      const post = async (path: string, data: object): Promise<Written> => {
        const written = await page.request.post(path, { data: { idempotencyKey: randomUUID(), ...data } })
        await expect(written).toBeOK()
        return await written.json()
      }
      const ballot = await post(`/api/people/elections/${election}/ballots`, {
        contest: 'committee',
        vote: 'first',
        seats: 3,
        onDate: '2018-06-10',
        candidates: four,
      })
      const marks = (yes: number) => ({ for: yes, against: 50 - yes, abstain: 0 })
      await post(`/api/people/ballots/${ballot.id}/count`, {
        version: ballot.version,
        onDate: '2018-06-20',
        due: 50,
        present: 50,
        issued: 50,
        returned: 50,
        void: 0,
        candidates: four.map((personId, at) => ({ personId, ...marks([40, 38, 10, 12][at] as number) })),
        writeIns: [],
      })
      await page.goto(`/people/elections/${election}`)
      const fewer = page.getByRole('link', { name: say(words.offers.settled_for_fewer) })
      await expect(page.getByRole('link', { name: say(words.offers.ruled) })).toHaveCount(0)
      await fewer.click()
      await typeDay(page, say(formWords.onDate), '2018-06-20')
      await choose(page, say({ zh: '缺额处理', en: 'Seats left' }), say(settlements.fewer))
      await page.getByRole('button', { name: say(formWords.save) }).click()
      await page.waitForURL((url) => !url.pathname.endsWith('/act'))
      await page.goto(`/people/elections/${election}`)
      await expect(page.getByRole('region', { name: say(words.ballots) }).getByRole('article')).toBeVisible()
      await expect(fewer).toHaveCount(0)

      await page.getByRole('link', { name: say(words.addOfficer), exact: true }).click()
      await page.waitForURL(/people\.election_officer\/new/)
      await expect(page.getByRole('main')).toContainText(code)
    })

    test('a past election shows its count and the result, and takes no step', async ({ page, say }) => {
      const { name, code } = freshName('以往')
      const seat = await idOf(page, 'organisation.place', '金安社区')
      const organisation = await enterBranch(page, { name, code, seat, kind: '611', onDate: '2010-01-01' })
      const election = await enter(page, 'people.election', {
        act: 'recorded',
        onDate: '2012-06-20',
        header: { code, invented: 'true' },
        sets: {
          organisation_id: organisation,
          kind: 'term',
          seats: '1',
          secretary_by: 'committee',
          planned_on: '2012-06-20',
        },
      })
      const figures = { due: '60', present: '50', issued: '50', returned: '50', void: '0', valid: '50' }
      const held = { voted_on: '2012-06-20', round: '1', seats: '1', contest: 'committee', vote: 'first' }
      await enter(page, 'people.ballot', {
        act: 'recorded',
        onDate: '2012-06-20',
        header: { code: `${code}-1`, invented: 'true' },
        sets: { election_id: election.id, ...held, ...figures },
      })
      await page.goto(`/people/elections/${election.id}`)
      await expect(page.getByText(say(pastElection))).toBeVisible()
      await expect(page.getByRole('region')).toHaveText([
        new RegExp(say(words.quorum(48, true))),
        new RegExp(say(words.noOfficers)),
        /./,
      ])
      await expect(page.getByRole('button', { name: say(words.prepare) })).toHaveCount(0)
      await expectAccessible(page)
      await expectNoSideScroll(page)
      if (process.env['XIAOMA_PICTURES'])
        await page.screenshot({ path: `test-results/${language}-past.png`, fullPage: true })
    })
  })
}
