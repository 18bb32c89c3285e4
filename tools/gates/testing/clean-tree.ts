import type { TreeFile } from '../tree.ts'

/** A small project that every gate lets pass: two areas, a platform with a database, a page, a rule. */
const clean: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    name: 'clean',
    private: true,
    type: 'module',
    dependencies: { pg: '*' },
    devDependencies: { '@types/pg': '*' },
  }),
  'src/platform/text.ts': 'export const text = (zh: string, en: string) => ({ zh, en })\n',
  'src/platform/db/connection.ts':
    "import { Pool } from 'pg'\nexport const connect = (address: string) => new Pool({ connectionString: address })\n",
  'src/areas/north/terms.ts': "export const gates = { open: { zh: '开', en: 'Open' } } as const\n",
  'src/areas/north/index.ts': "export { listNorth } from './queries/list.ts'\n",
  'src/areas/north/queries/list.ts':
    "import { connect } from '../../../platform/db/connection.ts'\nimport { isSmall } from '../rules/small.ts'\n" +
    "export async function listNorth(address: string) {\n  const { rows } = await connect(address).query('select 1')\n  return rows.filter((row) => isSmall(Number(row)))\n}\n",
  'src/areas/north/rules/small.ts': 'export const isSmall = (value: number) => value < 3\n',
  'src/areas/north/pages/list.tsx':
    "import { text } from '../../../platform/text.ts'\nimport { gates } from '../terms.ts'\n" +
    "const heading = text(`${1}扇门`, 'One gate (门 mén)')\n" +
    'export const List = () => <p title={heading.zh}>{gates.open.en}: <kbd>Ctrl</kbd></p>\n',
  'src/areas/south/index.ts':
    "import { listNorth } from '../north/index.ts'\nexport const listBoth = async (address: string) => [await listNorth(address)]\n",
  'src/app/cli.ts': "import { listBoth } from '../areas/south/index.ts'\nconsole.log(await listBoth('x'))\n",
  'src/app/web/main.tsx': "import { List } from '../../areas/north/pages/list.tsx'\nconsole.log(List())\n",
}

/** The clean project with files added, replaced or (an empty text) taken away. */
export function treeWith(changes: Readonly<Record<string, string>> = {}): TreeFile[] {
  return Object.entries({ ...clean, ...changes })
    .filter(([, text]) => text !== '')
    .map(([path, text]) => ({ path, text, binary: false }))
}
