const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** GB 32100-2015: the check character makes the weighted sum a multiple of 31. */
export function creditCode(nth: number): string {
  const code = `11350206${String(nth).padStart(9, '0')}`
  const sum = [...code].reduce(
    (total, character, place) => total + alphabet.indexOf(character) * (3 ** place % 31),
    0,
  )
  return code + alphabet.charAt((31 - (sum % 31)) % 31)
}
