import { buildWebWhenStale } from '../src/app/build-web.ts'
import { keepDemoData } from '../src/app/testing/demo-data.ts'

/** Builds the pages once and says where the demo is loaded once, before the workers start their programs. */
export default async function setup(): Promise<() => void> {
  process.env['XIAOMA_WEB'] = await buildWebWhenStale(process.env, (_zh, en) => console.error(en))
  return keepDemoData()
}
