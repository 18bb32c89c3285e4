/** Whether an error of the operating system or of PostgreSQL carries one of these codes, such as `ENOENT` or `57P03`. */
export function hasErrorCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}
