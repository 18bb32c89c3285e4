const key = 'xiaoma.sign-in.to'

/** Only an address of this application is gone to after the sign-in. */
export function isOwnAddress(to: string): boolean {
  return (
    to.startsWith('/') &&
    URL.canParse(to, location.origin) &&
    new URL(to, location.origin).origin === location.origin
  )
}

/** Where to go after a sign-in that leads over another site. */
export const keepDestination = (to: string) => sessionStorage.setItem(key, to)

export function takeDestination(): string {
  const to = sessionStorage.getItem(key) ?? '/'
  sessionStorage.removeItem(key)
  return isOwnAddress(to) ? to : '/'
}
