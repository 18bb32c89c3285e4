import type { TestOffice } from './office.ts'

class GivenBack extends Error {}

/** Somebody else holds the head, so that whoever writes waits; nothing is written. Answers how to let it go. */
export async function headHeld({ write }: Pick<TestOffice, 'write'>): Promise<() => Promise<void>> {
  const [taken, free] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const holding = write('event', async () => {
    taken.resolve()
    await free.promise
    throw new GivenBack()
  }).catch((error: unknown) => {
    if (!(error instanceof GivenBack)) throw error
  })
  await taken.promise
  return async () => {
    free.resolve()
    await holding
  }
}
