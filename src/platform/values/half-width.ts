/** Full-width ASCII (ＡＢＣ１２３，．) and the ideographic space become their ordinary forms; all else stays. */
export function toHalfWidth(value: string): string {
  return value
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
}

/** Half width, upper case, without spaces and invisible characters: how an identity code is compared. */
export function normaliseCode(value: string): string {
  return toHalfWidth(value)
    .replace(/[\s\u200B-\u200D\u2060\uFEFF]/g, '')
    .toUpperCase()
}
