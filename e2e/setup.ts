import { buildWebWhenStale } from '../src/app/build-web.ts'

/** Builds the pages once, before the workers start their programs. */
export default async function setup(): Promise<void> {
  process.env['XIAOMA_WEB'] = await buildWebWhenStale(process.env, (_zh, en) => console.error(en))
}
