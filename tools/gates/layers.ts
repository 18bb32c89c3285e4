import { isBuiltin } from 'node:module'
import { isTest } from './syntax.ts'

export type Layer = 'app' | 'area' | 'platform' | 'beside'

export function layerOf(path: string): Layer {
  if (path.startsWith('src/app/')) return 'app'
  if (path.startsWith('src/areas/')) return 'area'
  return path.startsWith('src/') ? 'platform' : 'beside'
}

/** The area's folder name, for a file below `src/areas/`. */
export const areaOf = (path: string) => /^src\/areas\/([^/]+)\//.exec(path)?.[1]

/** The two faces of an area: `index.ts` for everyone, `index.web.ts` for what also runs in a browser. */
export const isFace = (path: string) => /^src\/areas\/[^/]+\/index(\.web)?\.tsx?$/.test(path)

/** Code that is sent to a browser. */
export const isBrowser = (path: string) =>
  !isTest(path) &&
  (/^src\/(platform|app)\/web\//.test(path) ||
    /^src\/.*\/pages\//.test(path) ||
    /^src\/.*\.web\.tsx?$/.test(path))

export const isRule = (path: string) => !isTest(path) && /^src\/areas\/[^/]+\/rules\//.test(path)

const serverFolder = /^src\/(platform\/db\/|(areas|platform)\/(.*\/)?(queries|procedures|ledgers)\/)/
const serverPackage = /^(pg|kysely|fastify|pino|@fastify\/.*|@node-rs\/.*)(\/|$)/
const screenPackage = /^(react|react-dom|antd|echarts|@ant-design\/.*|@tanstack\/.*)(\/|$)/

// A contract is the shapes alone: the one file of a server folder that both sides read.
const isContract = (path: string) => path.endsWith('/contract.ts')

const isPackage = (path: string) => !/^(src|tools|bench|e2e|demo)\//.test(path)

/** True for what a browser may never load: storage, deeds, workbooks, Node and the server's packages. */
export function isServerOnly(to: string): boolean {
  if (isPackage(to)) return isBuiltin(to) || serverPackage.test(to)
  return serverFolder.test(to) && !isContract(to)
}

/** True for what a business rule may never read: storage, Node, the network, the screen. */
export function isImpure(to: string): boolean {
  return isServerOnly(to) || screenPackage.test(to) || isBrowser(to)
}
