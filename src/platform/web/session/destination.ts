import { ownAddress } from './own-address.ts'

const key = 'xiaoma.sign-in.to'

/** Where to go after a sign-in that leads over another site. */
export const keepDestination = (to: string) => sessionStorage.setItem(key, to)

export function takeDestination(): string {
  const to = sessionStorage.getItem(key)
  sessionStorage.removeItem(key)
  return ownAddress(to) ?? '/'
}
