import { makeInstallation } from './src/app/testing/installation.ts'
import { startProgram } from './src/app/testing/started-program.ts'
import { weighPages } from './bench/weigh-pages.ts'
const i = await makeInstallation()
const p = await startProgram({ ...i, env: { ...i.env, XIAOMA_WEB: process.cwd() + '/dist/web' } } as never, ['--yes'])
console.log(await weighPages(p.url))
await p.stop(); await i.remove()
