import { join, resolve } from 'node:path'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import { type Algorithm, algorithms } from './algorithms.ts'
import { type MasterKeys, masterKeyFile, masterKeyName } from './master-key.ts'

/**
 * Reads `XIAOMA_MASTER_KEY` (a file; `master.key` in the data directory) and `XIAOMA_CIPHER` (how new values are enciphered; as they
 * have been, at first `aes-256-gcm`).
 * @throws Refusal INVALID naming the setting
 */
export function cipherSettings(
  env: Readonly<Record<string, string | undefined>>,
  dataRoot: string,
): { readonly masters: MasterKeys; readonly algorithm?: Algorithm } {
  const masters = masterKeyFile(
    resolve(dataRoot, env['XIAOMA_MASTER_KEY']?.trim() || join(dataRoot, masterKeyName)),
  )
  const wanted = env['XIAOMA_CIPHER']?.trim()
  return wanted ? { masters, algorithm: algorithmNamed(wanted) } : { masters }
}

/** @throws Refusal INVALID for another name */
export function algorithmNamed(wanted: string): Algorithm {
  const known = algorithms.find((each) => each === wanted)
  if (!known) throw unknownAlgorithm(wanted)
  return known
}

const unknownAlgorithm = (value: string) =>
  new Refusal(
    'INVALID',
    text(
      `没有“${value}”这种加密算法，可选：${algorithms.join('、')}。`,
      `There is no cipher “${value}”. Choose one of ${algorithms.join(', ')}.`,
    ),
    { value },
  )
