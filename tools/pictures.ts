import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { placesLedger } from '../src/areas/organisation/ledgers/places.ts'
import { filledLedger } from '../src/platform/ledgers/ledger-sheet.ts'
import { type Language, languages } from '../src/platform/text.ts'
import { findChromium } from './testing/chromium.ts'
import { projectRoot } from './testing/run.ts'

const sizes = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
] as const
type Size = (typeof sizes)[number]

const demoClerk = { username: 'clerk', password: 'demo-clerk-1' }
const folder = join(projectRoot, 'docs/pictures')

/** Each picture by the name of its file, in the order in which it is taken; the first shows nobody signed in. */
const pictures: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'sign-in': async (page) => {
    await page.goto('/sign-in')
  },
  overview: signIn,
  figure: async (page) => {
    await page.goto('/figures/organisation.compound_coverage')
  },
  tree: async (page) => {
    await page.goto('/organisation/tree')
    await page.locator('#content').getByText('金安社区', { exact: true }).click()
  },
  record: async (page) => {
    await page.goto('/figures/organisation.dissolved')
    await page.locator('#content a[href*="/records/organisation.party_organisation/"]').first().click()
    await page.locator('#timeline').waitFor()
    await page.reload()
  },
  import: checkDamaged,
  balance: async (page) => {
    await page.goto('/balances/organisation.organisations')
  },
  deed: previewDissolution,
  committee: async (page) => {
    await page.goto('/people/committee?node=350206005023&asOf=2018-06-30')
  },
  staffing: async (page) => {
    await page.goto('/people/staffing')
  },
  board: async (page) => {
    await page.goto('/enterprise/board')
  },
  requests: async (page) => {
    await page.goto('/enterprise/requests')
  },
}

/** On the host of the public pages, where nobody is signed in. */
const publicPictures: typeof pictures = {
  'public-form': async (page) => {
    await page.goto('/')
  },
}

async function signIn(page: Page): Promise<void> {
  await page.locator('input[name=username]').fill(demoClerk.username)
  await page.locator('input[name=password]').fill(demoClerk.password)
  await page.locator('button[type=submit]').click()
  await page.locator('.figure-cards').first().waitFor()
  await page.goto('/')
}

/** What hangs on a community's organisation and must be assigned before it can end; never written. */
async function previewDissolution(page: Page): Promise<void> {
  const list = '/records/organisation.party_organisation'
  await page.goto(`${list}?find=${encodeURIComponent('金安社区')}`)
  const link = await page.locator(`#content a[href^="${list}/"][href*="-"]`).first().getAttribute('href')
  const id = link?.slice(list.length + 1).split(/[?/]/)[0]
  if (!id) throw new Error('the demo has no organisation of 金安社区')
  await page.goto(`${list}/deed?deed=dissolve&as=ending&with=${id}`)
  await page.locator('#consequences').evaluate((heading) => heading.scrollIntoView({ block: 'start' }))
}

/** A workbook with three mistakes, checked and never written. */
async function checkDamaged(page: Page): Promise<void> {
  const compound = { kind: '小区', parent_id: '350206005023', begins: '2018-06-30', invented: '是' }
  const buffer = await filledLedger(placesLedger, 'zh', [
    { ...compound, code: '350206005023-91', name: '示例花园' },
    { ...compound, code: '350206005023-92', name: '示例雅苑', begins: '2018-06-31' },
    { ...compound, code: '350206005023-93', name: '示例家园', kind: '居民小区' },
    { ...compound, code: '350206005023-94', name: '示例新村', parent_id: '350206005099' },
  ])
  await page.goto(`/workbooks?ledger=${placesLedger.id}`)
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  const name = `${placesLedger.sheet.zh}.xlsx`
  await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer: Buffer.from(buffer) })
  await page.locator('.check-form button[type=submit]').click()
  const result = page.locator('#import')
  await page.locator('.job-counts').waitFor()
  await result.scrollIntoViewIfNeeded()
  await result.evaluate((heading) => heading.scrollIntoView({ block: 'start' }))
}

async function takeAll(
  browser: Browser,
  address: string,
  taken: typeof pictures,
  language: Language,
  size: Size,
): Promise<void> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: size,
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  })
  await context.addInitScript((chosen) => localStorage.setItem('xiaoma.language', chosen), language)
  const page = await context.newPage()
  const failed: string[] = []
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? ''
    // Leaving a page aborts what it was still asking for.
    if (why !== 'net::ERR_ABORTED') failed.push(`${request.url()} ${why}`)
  })
  for (const [name, show] of Object.entries(taken)) {
    await show(page)
    // What lies under the pointer would look chosen.
    await page.mouse.move(0, 0)
    await page.waitForLoadState('networkidle')
    if (failed.length > 0) throw new Error(`${name}: the server did not answer: ${failed.join(', ')}`)
    const path = join(folder, `${name}-${language}-${size.width}.png`)
    await page.screenshot({ path, caret: 'hide', animations: 'disabled' })
    console.log(path)
  }
  await context.close()
}

type Served = {
  readonly address: string
  /** Of the public pages; null where the given server has none that is known. */
  readonly open: string | null
  stop(): Promise<void>
}

/** The server of `XIAOMA_URL`, which must hold the demo, or one of its own on a new data directory. */
async function serve(): Promise<Served> {
  const given = process.env['XIAOMA_URL']
  if (given)
    return {
      address: given,
      open: process.env['XIAOMA_PUBLIC_URL'] ?? null,
      stop: () => Promise.resolve(),
    }
  const data = mkdtempSync(join(tmpdir(), 'xiaoma-pictures-'))
  // Where root calls, the database runs as another account, which must be able to enter.
  chmodSync(data, 0o755)
  const env = { ...process.env, XIAOMA_DATA: data, XIAOMA_PORT: '0', XIAOMA_PUBLIC_PORT: '0' }
  const program = ['src/app/cli.ts', 'start', '--yes']
  const child = spawn(process.execPath, program, {
    cwd: projectRoot,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(data, { recursive: true, force: true })
  }
  const failed = ended.then(() => Promise.reject(new Error('the application ended before it served')))
  try {
    const [address, open] = await Promise.race([addressesIn(child.stdout), failed])
    return { address, open, stop }
  } catch (error) {
    await stop()
    throw error
  } finally {
    failed.catch(() => undefined)
  }
}

async function addressesIn(output: NodeJS.ReadableStream): Promise<readonly [string, string]> {
  let said = ''
  return await new Promise((resolve) => {
    output.on('data', (part: Buffer) => {
      said += part.toString()
      const [, address, open] = /is running: (\S+)\n.*Public pages: (\S+)\n/.exec(said) ?? []
      if (address && open) resolve([address, open])
    })
  })
}

async function run(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const served = await serve()
  try {
    const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run']
    const browser = await chromium.launch({ executablePath: await findChromium(), args })
    try {
      for (const language of languages) {
        for (const size of sizes) {
          await takeAll(browser, served.address, pictures, language, size)
          if (served.open) await takeAll(browser, served.open, publicPictures, language, size)
        }
      }
    } finally {
      await browser.close()
    }
  } finally {
    await served.stop()
  }
}

if (import.meta.main) await run()
