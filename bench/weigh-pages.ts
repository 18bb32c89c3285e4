import { type BrowserContext, chromium } from '@playwright/test'
import { findChromium } from '../tools/testing/chromium.ts'

export type Weighed = { readonly page: string; readonly bytes: number; readonly most: number }

const clerk = { username: 'clerk', password: 'demo-clerk-1' }

/** What a browser with an empty cache receives, headers included and as compressed, until the page asks for nothing more. */
export async function weighPages(url: string): Promise<Weighed[]> {
  const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] })
  try {
    const stranger = await browser.newContext()
    const signIn = { page: 'sign-in page', bytes: await weigh(stranger, url), most: 150 * 1024 }
    const signedIn = await browser.newContext()
    const answer = await signedIn.request.post(`${url}/rpc/access/signIn`, { data: { json: clerk } })
    if (!answer.ok()) throw new Error(`the demo's clerk cannot sign in: ${await answer.text()}`)
    return [signIn, { page: 'overview', bytes: await weigh(signedIn, url), most: 400 * 1024 }]
  } finally {
    await browser.close()
  }
}

async function weigh(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await session.send('Network.enable')
  await page.goto(url, { waitUntil: 'networkidle' })
  return bytes
}
