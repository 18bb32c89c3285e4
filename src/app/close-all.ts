/** Closes one after the other; one that fails leaves the rest to be closed all the same. Answers the failures. */
export async function closeAll(closing: readonly (() => Promise<void>)[]): Promise<unknown[]> {
  const failures: unknown[] = []
  for (const close of closing)
    await close().catch((error: unknown) => {
      failures.push(error)
    })
  return failures
}
