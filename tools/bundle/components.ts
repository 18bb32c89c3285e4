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

export type Carried = {
  readonly name: string
  readonly version: string
  readonly license?: string | undefined
}

/**
 * Of the components that the package manager knows those that the bundle carries: installed packages and libraries of the pages; what it
 * left out because it is for another machine than this, by its manifest; and what is compiled into PostgreSQL.
 */
export function componentsCarried(
  all: ComponentList,
  carried: readonly Carried[],
  native: readonly Component[],
): ComponentList {
  const wanted = new Map(carried.map((one) => [`${one.name}@${one.version}`, one]))
  const known = all.components.filter((component) => wanted.delete(nameAndVersion(component)))
  const components = [...known, ...[...wanted.values()].map(byManifest)]
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

function byManifest({ name, version, license }: Carried): Component {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
  const [group, ownName] = name.startsWith('@') ? (name.split('/') as [string, string]) : [undefined, name]
  return {
    type: 'library',
    'bom-ref': purl,
    purl,
    ...(group && { group }),
    name: ownName,
    version,
    ...(license && { licenses: [{ license: { id: license } }] }),
  }
}

/** Every package below a `node_modules`, also of one within another. */
export async function packagesIn(modules: string): Promise<Carried[]> {
  const manifests = (await readdir(modules, { recursive: true })).filter((path) =>
    /(^|\/)package\.json$/.test(path) ? isPackageRoot(path) : false,
  )
  return await Promise.all(
    manifests.map(async (path) => JSON.parse(await readFile(join(modules, path), 'utf8')) as Carried),
  )
}

/** A package's own manifest, not one of the many that only say what kind of modules a folder holds. */
const isPackageRoot = (path: string) => /^(.*\/node_modules\/)?(@[^/]+\/)?[^/@]+\/package\.json$/.test(path)

/** The libraries that the build put into the pages. */
export async function packagesOfPages(web: string): Promise<Carried[]> {
  const list = JSON.parse(await readFile(join(web, 'licenses.json'), 'utf8')) as {
    name: string
    version: string
    identifier: string
  }[]
  return list.map(({ name, version, identifier }) => ({ name, version, license: identifier }))
}
