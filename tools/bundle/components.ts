import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export type Component = {
  readonly type: string
  readonly 'bom-ref': string
  readonly group?: string
  readonly name: string
  readonly version?: string | undefined
  readonly licenses?: readonly { readonly license?: { readonly id?: string; readonly name?: string } }[]
  readonly [other: string]: unknown
}

/** A CycloneDX document (ECMA-424), as far as it is touched here. */
export type ComponentList = {
  readonly components: readonly Component[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[]
  readonly metadata: { readonly component: { readonly 'bom-ref': string } }
  readonly [other: string]: unknown
}

/** Of all the components of the lock file those that the bundle carries: installed packages and libraries of the pages, and what is compiled into PostgreSQL. */
export function componentsCarried(
  all: ComponentList,
  carried: ReadonlySet<string>,
  native: readonly Component[],
): ComponentList {
  const components = all.components.filter((component) => carried.has(nameAndVersion(component)))
  const missing = [...carried].filter((one) => !components.some((each) => nameAndVersion(each) === one))
  if (missing.length > 0) throw new Error(`not among the components: ${missing.join(', ')}`)
  const refs = new Set([
    all.metadata.component['bom-ref'],
    ...components.map((component) => component['bom-ref']),
  ])
  const dependencies = all.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn = [] }) => ({
      ref,
      dependsOn: [
        ...dependsOn.filter((one) => refs.has(one)),
        ...(ref.includes('%40embedded-postgres/') ? native.map((one) => one['bom-ref']) : []),
      ],
    }))
  return { ...all, components: [...components, ...native], dependencies }
}

const nameAndVersion = ({ group, name, version }: Component) =>
  `${group ? `${group}/` : ''}${name}@${version}`

/** `name@version` of every package below a `node_modules`, also of one within another. */
export async function packagesIn(modules: string): Promise<string[]> {
  const manifests = (await readdir(modules, { recursive: true })).filter((path) =>
    /(^|\/)package\.json$/.test(path) ? isPackageRoot(path) : false,
  )
  const named = await Promise.all(
    manifests.map(async (path) => {
      const { name, version } = JSON.parse(await readFile(join(modules, path), 'utf8')) as {
        name: string
        version: string
      }
      return `${name}@${version}`
    }),
  )
  return [...new Set(named)].sort()
}

/** A package's own manifest, not one of the many that only say what kind of modules a folder holds. */
const isPackageRoot = (path: string) => /^(.*\/node_modules\/)?(@[^/]+\/)?[^/@]+\/package\.json$/.test(path)

/** `name@version` of the libraries that the build put into the pages. */
export async function packagesOfPages(web: string): Promise<string[]> {
  const list = JSON.parse(await readFile(join(web, 'licenses.json'), 'utf8')) as {
    name: string
    version: string
  }[]
  return list.map(({ name, version }) => `${name}@${version}`)
}
