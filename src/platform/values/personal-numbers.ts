import { checkCitizenId } from './citizen-id.ts'
import { toHalfWidth } from './half-width.ts'

export const personalNumberKinds = ['identity', 'phone', 'account'] as const
export type PersonalNumberKind = (typeof personalNumberKinds)[number]

/** A number that tells of a person: where it begins in the text, in UTF-16 units, and how long it is there. */
export type PersonalNumber = {
  readonly kind: PersonalNumberKind
  readonly at: number
  readonly length: number
}

/** As people write them: in one run, or in the usual groups with blanks or hyphens between. No digit stands beside. */
const shapes: Readonly<Record<PersonalNumberKind, RegExp>> = {
  identity: /(?<![\dA-Za-z])(\d{6}[ -]?\d{8}[ -]?\d{3}[\dXx])(?![\dA-Za-z])/g,
  phone: /(?<![\dA-Za-z])(?:\+?86[ -]?)?(1[3-9]\d[ -]?\d{4}[ -]?\d{4})(?![\dA-Za-z])/g,
  account: /(?<![\dA-Za-z])(\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?)(?![\dA-Za-z])/g,
}

const holds: Readonly<Record<PersonalNumberKind, (digits: string) => boolean>> = {
  identity: (digits) => checkCitizenId(digits).ok,
  phone: () => true,
  account: (digits) => passesLuhn(digits),
}

/** What every shape holds, as the pattern of a database as well: most texts have far fewer digits and are looked at no further. */
export const elevenDigits = '([0-9０-９][ 　－-]?){11}'
const holdsElevenDigits = new RegExp(elevenDigits)

/**
 * Identity numbers (GB 11643 check character and day of birth), mobile telephones and bank accounts (16 to 19 digits, ISO/IEC 7812 Luhn
 * check) in a free text, in their order; of two readings of one number, the first kind counts. A masked number is none.
 */
export function personalNumbersIn(text: string): PersonalNumber[] {
  if (!holdsElevenDigits.test(text)) return []
  // Character for character, so that places stay.
  const plain = [...text]
    .map((character) => (character.length === 1 ? halfWidth(character) : character))
    .join('')
  const found: PersonalNumber[] = []
  for (const kind of personalNumberKinds)
    for (const match of plain.matchAll(shapes[kind])) {
      const digits = (match[1] as string).replaceAll(/[ -]/g, '').toUpperCase()
      const [at, length] = [match.index, match[0].length]
      const taken = found.some((one) => at < one.at + one.length && one.at < at + length)
      if (!taken && holds[kind](digits)) found.push({ kind, at, length })
    }
  return found.sort((a, b) => a.at - b.at)
}

function halfWidth(character: string): string {
  const half = toHalfWidth(character)
  return half.length === 1 ? half : character
}

/** From the right, every second digit doubled, its digits added: the sum ends in 0. */
export function passesLuhn(digits: string): boolean {
  const sum = digits.split('').reduceRight((total, digit, index) => {
    const doubled = Number(digit) * ((digits.length - index) % 2 === 0 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}
