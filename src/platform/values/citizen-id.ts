import type { Text } from '../text.ts'
import { type Day, isDay } from './day.ts'
import { normaliseCode } from './half-width.ts'
import {
  at,
  type CodeProblem,
  looksTruncated,
  problem,
  spreadsheetDamage,
  truncated,
  truncationWarning,
  weightedSum,
} from './identity-code.ts'

/** A citizen identity number (公民身份号码, GB 11643-1999): 17 digits and a check character 0–9 or X. */
export type CitizenId = string & { readonly __brand: 'CitizenId' }

export type Sex = 'male' | 'female'

export type CheckedCitizenId =
  | {
      readonly ok: true
      readonly id: CitizenId
      readonly birth: Day
      readonly sex: Sex
      readonly warnings: readonly Text[]
    }
  | CodeProblem

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

function wrongLength(length: number): CodeProblem {
  if (length === 0)
    return problem(
      '公民身份号码为空，请填写18位号码',
      'The identity number is empty: enter its 18 characters',
    )
  if (length === 15) {
    return problem(
      '公民身份号码为15位旧号码，已停用，请填写18位号码',
      'This is an old identity number of 15 digits, no longer in use: enter the one of 18 characters',
    )
  }
  return problem(
    `公民身份号码应为18位，现为${length}位，请对照证件核对`,
    `An identity number has 18 characters, this has ${length}: check it against the card`,
  )
}

function wrongCharacter(id: string): CodeProblem | null {
  for (const [index, character] of [...id].entries()) {
    const place = index + 1
    if (/\d/.test(character) || (place === 18 && character === 'X')) continue
    return problem(
      `公民身份号码第${place}位“${character}”无效：前17位应为数字，第18位为数字或X`,
      `Character ${place} of the identity number, "${character}", is not allowed: 17 digits, then a digit or X`,
    )
  }
  return null
}

/**
 * Checks a typed or imported number by GB 11643-1999 and reads its birth day and sex. The area code is not judged:
 * it may have been abolished. The messages never repeat the whole number.
 */
export function checkCitizenId(value: string): CheckedCitizenId {
  const id = normaliseCode(value)
  const damage = spreadsheetDamage(id)
  if (damage) return damage
  const length = [...id].length
  if (length !== 18) return wrongLength(length)
  const character = wrongCharacter(id)
  if (character) return character
  const birth = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`
  if (!isDay(birth)) {
    return problem(
      `公民身份号码第7至14位“${id.slice(6, 14)}”不是1900年以后的有效出生日期，请对照证件核对`,
      `Characters 7 to 14 of the identity number, "${id.slice(6, 14)}", are no day of birth since 1900: check it against the card`,
    )
  }
  const expected = '10X98765432'.charAt(weightedSum(id, weights, Number) % 11)
  if (at(id, 18) !== expected) {
    if (looksTruncated(id)) return truncated()
    return problem(
      `公民身份号码校验不符：第18位应为“${expected}”，现为“${at(id, 18)}”，请对照证件核对`,
      `The identity number does not check: character 18 should be "${expected}" but is "${at(id, 18)}"; check it against the card`,
    )
  }
  const sex = Number(at(id, 17)) % 2 === 1 ? 'male' : 'female'
  return {
    ok: true,
    id: id as CitizenId,
    birth,
    sex,
    warnings: looksTruncated(id) ? [truncationWarning] : [],
  }
}
