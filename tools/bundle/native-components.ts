import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Component } from './components.ts'

/** What lies compiled in the package of PostgreSQL: by the beginning of its files' names. */
const known = [
  { file: /^lib(pq|ecpg|ecpg_compat|pgtypes)\.so/, name: 'PostgreSQL', licence: 'PostgreSQL' },
  { file: /^lib(crypto|ssl)\.so/, name: 'OpenSSL', licence: 'OpenSSL', says: /OpenSSL (\d+\.\d+\.\d+\w*)/ },
  { file: /^libicu(data|i18n|uc)\.so/, name: 'ICU', licence: 'Unicode-DFS-2016' },
  { file: /^liblzma\.so/, name: 'XZ Utils (liblzma)', named: 'public domain' },
  { file: /^libossp-uuid\.so/, name: 'OSSP uuid', licence: 'MIT' },
  { file: /^libxml2\.so/, name: 'libxml2', licence: 'MIT' },
  { file: /^libxslt\.so/, name: 'libxslt', licence: 'MIT' },
  { file: /^libz\.so/, name: 'zlib', licence: 'Zlib', says: /deflate (\d+\.\d+\.\d+)/ },
] as const

/**
 * The components of the embedded PostgreSQL, whose npm package tells of itself alone. Versions where the file tells one.
 * @throws Error for a library that this list does not know, so that none goes out without its licence
 */
export async function nativeComponents(packageRoot: string): Promise<Component[]> {
  const libraries = join(packageRoot, 'native/lib')
  const found = new Map<string, Component>()
  for (const entry of await readdir(libraries, { withFileTypes: true })) {
    if (!entry.isFile()) continue
    const one = known.find(({ file }) => file.test(entry.name))
    if (!one) throw new Error(`${entry.name} of PostgreSQL's package has no line in native-components.ts`)
    const version =
      one.name === 'PostgreSQL'
        ? await versionOfPackage(packageRoot)
        : 'says' in one
          ? one.says.exec(await readFile(join(libraries, entry.name), 'latin1'))?.[1]
          : /\.so\.(\d+\.\d+)/.exec(entry.name)?.[1]
    found.set(one.name, {
      type: 'library',
      'bom-ref': `native:${one.name}`,
      name: one.name,
      ...((version ?? found.get(one.name)?.version) && { version: version ?? found.get(one.name)?.version }),
      licenses: [{ license: 'licence' in one ? { id: one.licence } : { name: one.named } }],
    })
  }
  return [...found.values()]
}

/** `18.4` of `18.4.0-beta.17`: the package counts its own makings after the server's version. */
async function versionOfPackage(packageRoot: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8')) as {
    version: string
  }
  return version.split('.').slice(0, 2).join('.')
}
