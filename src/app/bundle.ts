import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './data-root.ts'

/** What a bundle says of itself. */
export type BundleManifest = {
  readonly version: string
  readonly platform: string
  /** Symbolic links, with what each names; all files stand with their digests in `SHA256SUMS`. */
  readonly links: Readonly<Record<string, string>>
}

export const manifestName = 'bundle.json'
export const sumsName = 'SHA256SUMS'

/** The manifest where the program runs out of a bundle; null in a checkout. */
export function readBundleManifest(root = projectRoot): BundleManifest | null {
  const path = join(root, manifestName)
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as BundleManifest) : null
}
