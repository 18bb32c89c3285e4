import { Refusal } from '../refusal.ts'
import { type Text, text } from '../text.ts'
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

/** A unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters, its check character right. */
export type CreditCode = string & { readonly __brand: 'CreditCode' }

export type CheckedCreditCode =
  | { readonly ok: true; readonly code: CreditCode; readonly warnings: readonly Text[] }
  | CodeProblem

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const bodyWeights = [3, 7, 9, 10, 5, 8, 4, 2]

function checkCharacter(code: string): string {
  const sum = weightedSum(code, weights, (character) => alphabet.indexOf(character))
  return alphabet.charAt((31 - (sum % 31)) % 31)
}

/** GB 11714-1997: there the letters A to Z are 10 to 35, with none left out, unlike in GB 32100. */
function bodyCheckCharacter(body: string): string {
  const rest = 11 - (weightedSum(body, bodyWeights, (character) => Number.parseInt(character, 36)) % 11)
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest)
}

function wrongCharacter(code: string): CodeProblem | null {
  for (const [index, character] of [...code].entries()) {
    const place = index + 1
    if (!alphabet.includes(character)) {
      return problem(
        `统一社会信用代码第${place}位“${character}”无效：只能用数字和大写字母，且不用I、O、S、V、Z`,
        `Character ${place} of the credit code, "${character}", is not allowed: digits and capital letters without I, O, S, V, Z`,
      )
    }
    if (place >= 3 && place <= 8 && !/\d/.test(character)) {
      return problem(
        `统一社会信用代码第${place}位“${character}”无效：第3至8位为行政区划码，只能是数字`,
        `Character ${place} of the credit code, "${character}", is not allowed: characters 3 to 8 are an area code of digits`,
      )
    }
  }
  return null
}

function wrongLength(code: string): CodeProblem {
  const length = [...code].length
  if (length === 0)
    return problem(
      '统一社会信用代码为空，请填写18位代码',
      'The credit code is empty: enter its 18 characters',
    )
  return problem(
    `统一社会信用代码应为18位，现为${length}位，请对照证照核对`,
    `A credit code has 18 characters, this has ${length}: check it against the certificate`,
  )
}

/**
 * Checks a typed or imported code by GB 32100-2015; full-width forms, lower case and spaces are put right first.
 * A wrong check in position 17 (GB 11714) only warns, since some old organisation codes fail it.
 */
export function checkCreditCode(value: string): CheckedCreditCode {
  const code = normaliseCode(value)
  const damage = spreadsheetDamage(code)
  if (damage) return damage
  if ([...code].length !== 18) return wrongLength(code)
  const character = wrongCharacter(code)
  if (character) return character
  const expected = checkCharacter(code)
  if (at(code, 18) !== expected) {
    if (looksTruncated(code)) return truncated()
    return problem(
      `统一社会信用代码校验不符：第18位应为“${expected}”，现为“${at(code, 18)}”，请对照证照核对`,
      `The credit code does not check: character 18 should be "${expected}" but is "${at(code, 18)}"; check it against the certificate`,
    )
  }
  return { ok: true, code: code as CreditCode, warnings: warningsOf(code) }
}

function warningsOf(code: string): Text[] {
  const warnings = looksTruncated(code) ? [truncationWarning] : []
  const expected = bodyCheckCharacter(code.slice(8, 16))
  if (at(code, 17) === expected) return warnings
  return [
    ...warnings,
    text(
      `第17位按组织机构代码规则应为“${expected}”，现为“${at(code, 17)}”，请核对`,
      `Character 17 should be "${expected}" by the organisation code rule but is "${at(code, 17)}": please check it`,
    ),
  ]
}

/**
 * A code with both check characters computed, for fictitious bodies in examples: authority and kind one character each,
 * `area6` six digits, `body8` eight characters of the code's alphabet. Throws Refusal INVALID for other parts.
 */
export function makeCreditCode(authority: string, kind: string, area6: string, body8: string): CreditCode {
  const body = body8 + bodyCheckCharacter(body8)
  const code = authority + kind + area6 + body
  const checked = checkCreditCode(code + checkCharacter(code))
  const fits = authority.length === 1 && kind.length === 1 && area6.length === 6 && body8.length === 8
  if (fits && checked.ok) return checked.code
  throw new Refusal(
    'INVALID',
    text(
      `“${authority}”“${kind}”“${area6}”“${body8}”不能组成统一社会信用代码：应依次为1位、1位、6位数字和8位`,
      `"${authority}", "${kind}", "${area6}", "${body8}" make no credit code: 1, 1, 6 (digits) and 8 characters are needed`,
    ),
    { authority, kind, area6, body8 },
  )
}
