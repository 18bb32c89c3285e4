import type { Page } from '@playwright/test'
import { languages } from '../src/platform/text.ts'
import { enterBranch, freshName, idOf } from './support/records.ts'
import { expectAccessible, expectEnglish, expectNoKeys, expectNoSideScroll } from './support/page-checks.ts'
import { type Account, expect, test } from './support/test.ts'

const organisations = '/records/organisation.party_organisation'
const community = '中共金山街道金安社区委员会'
const communities = ['高林', '五通', '后坑', '金山', '金林', '金安', '湖边', '金湖', '金海'].flatMap(
  (name) => [`中共金山街道${name}社区委员会`, `中共金山街道${name}社区总支部委员会`, `${name}社区`],
)

/** The address of a page, where it has to be looked up first. */
type Address = string | ((page: Page) => Promise<string>)

const oneOrganisation = async (page: Page, act = '') =>
  `${organisations}/${await idOf(page, 'organisation.party_organisation', community)}${act}`

/** A branch whose parent is not in force: a page that has something to find. */
async function withFinding(page: Page): Promise<string> {
  const fresh = freshName('早设支部')
  const seat = await idOf(page, 'organisation.place', '金安社区')
  const above = await idOf(page, 'organisation.party_organisation', community)
  await enterBranch(page, { ...fresh, seat, above, onDate: '1990-01-01' })
  return '/findings?asOf=1990-06-30'
}

/** A deed that ends a branch on which another hangs. */
async function deedWithConsequences(page: Page): Promise<string> {
  const seat = await idOf(page, 'organisation.place', '金安社区')
  const above = await enterBranch(page, { ...freshName('上级支部'), seat })
  await enterBranch(page, { ...freshName('下级支部'), seat, above })
  return `${organisations}/deed?deed=dissolve&as=ending&with=${above}`
}

const pages: Readonly<Record<string, { at: Address; account?: Account | null; names?: readonly string[] }>> =
  {
    'the sign-in': { at: '/sign-in', account: null },
    'the overview': { at: '/' },
    'a figure': { at: '/figures/organisation.compound_coverage?node=350206005023&otherOn=2017-07-29' },
    'a figure without rows': { at: '/figures/organisation.compounds', account: 'leader' },
    'the tree': { at: '/organisation/tree?find=金林湾', names: ['金林湾'] },
    'the Party line': { at: '/organisation/tree?along=line' },
    'a list': { at: `${organisations}?node=350206005023&where=kind:631&all=yes` },
    'an empty list': { at: `${organisations}?find=没有这个名字`, names: ['没有这个名字'] },
    'a record': { at: oneOrganisation, names: [community] },
    'a new record': { at: `${organisations}/new` },
    'the question before an act': { at: (page) => oneOrganisation(page, '/act'), names: [community] },
    'an act': { at: (page) => oneOrganisation(page, '/act?as=event&kind=re_seated'), names: [community] },
    'the choice of a deed': { at: `${organisations}/deed` },
    'a deed with its consequences': { at: deedWithConsequences, names: ['上级支部', '下级支部'] },
    'a split before it is filled in': { at: `${organisations}/deed?deed=split` },
    'a record without predecessors': { at: (page) => oneOrganisation(page, '/lineage'), names: [community] },
    'the balance sheet': { at: '/balances/organisation.organisations?node=350206005023' },
    'a line of the balance sheet': {
      at: '/figures/organisation.came_established?kind=631&node=350206005023',
    },
    'the tree with a figure on it': { at: '/organisation/tree?show=organisation.compound_coverage' },
    'the committee of a community': { at: '/people/committee?node=350206005023', names: [community] },
    'the committees before there was a term': { at: '/people/committee?asOf=2010-06-30', names: communities },
    'the terms that end': {
      at: '/people/terms',
      names: [...communities, '中共', '工作人员支部委员会'],
    },
    'the terms before there was one that ends': { at: '/people/terms?asOf=2010-06-30' },
    'the staffing grid': { at: '/people/staffing' },
    'the staffing grid before there was a standard': { at: '/people/staffing?asOf=2010-06-30' },
    'a committee, to who sees no records': {
      at: '/people/committee?node=350206005023',
      account: 'leader',
      names: [community, '金安社区'],
    },
    'the leading group’s page': { at: '/enterprise/board', names: communities },
    'the leading group’s page of a community': {
      at: '/enterprise/board?node=350206005023',
      names: ['金安社区'],
    },
    'the coverage drive': { at: '/enterprise/drive', names: ['互联网企业党组织组建百日攻坚行动'] },
    'the coverage drive before there was one': { at: '/enterprise/drive?asOf=2010-06-30' },
    'the requests of companies': { at: '/enterprise/requests?list=all' },
    'the changes': { at: '/changes' },
    'the findings': { at: withFinding },
    'the workbooks': { at: '/workbooks' },
    'the requests about personal data': { at: '/records/people.data_request' },
    'a new request about personal data': { at: '/records/people.data_request/new' },
    'the purposes of personal data': { at: '/purposes' },
    'what need not be kept any more': { at: '/retention', account: 'privacy' },
    'what need not be kept any more, to who decides': { at: '/retention', account: 'leader' },
    'exports with personal values': { at: '/clear-exports' },
    'the exports to decide': { at: '/clear-exports/to-decide', account: 'leader' },
    'the accounts': { at: '/accounts', account: 'admin' },
    'the backups': { at: '/backups', account: 'admin' },
    'the restores to decide': { at: '/backups/to-decide', account: 'security' },
    'the accounts, to who grants roles': { at: '/accounts', account: 'security' },
    'who may do what': { at: '/grants', account: 'security', names: ['金安社区'] },
    'who may do what, to who works there': { at: '/grants', names: ['金安社区'] },
    'the own roles': { at: '/own-roles', account: 'community', names: ['金安社区'] },
    'the audit': { at: '/audit', account: 'audit' },
    'the change of password': { at: '/password' },
    'the security of sign-in': { at: '/security' },
  }

const knownNames = [
  '金山街道',
  '（演示）',
  '金安社区',
  '演示系统管理员',
  '演示安全管理员',
  '演示审计管理员',
  '演示街道经办人',
  '演示社区经办人',
  '演示街道领导',
  '演示个人信息专员',
  '演示审计管理员',
  '命令行',
  '演示数据',
  '载入演示数据',
  '中文',
]

const sizes = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
]

// Each page is looked at for itself, by whichever worker is free.
test.describe.configure({ mode: 'parallel' })

for (const [name, { at, account = 'clerk', names = [] }] of Object.entries(pages)) {
  test.describe(name, () => {
    test.use({ account })

    test('is accessible, translated and fits its window', async ({ page, expectRefusal }) => {
      if (account === null) expectRefusal(401)
      await page.goto(typeof at === 'string' ? at : await at(page))
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.waitForLoadState('networkidle')
      for (const language of languages) {
        const other = page.getByRole('button', { name: language === 'zh' ? '中文' : 'English', exact: true })
        if (language !== 'zh') await other.click()
        await expect(other).toBeHidden()
        for (const size of sizes) {
          await page.setViewportSize(size)
          await expectAccessible(page)
          await expectNoSideScroll(page)
        }
        await expectNoKeys(page, language)
        if (language === 'en') await expectEnglish(page, [...knownNames, ...names])
      }
    })
  })
}
