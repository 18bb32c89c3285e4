import { api, type Entry, entriesBelow, isNewer, javascript } from './compatibility.ts'

/** A name to take away: `['Array', 'toSorted']`, for an event's handler `['Element', 'onscrollend']`. */
export type NewerName = readonly string[]

/** The test tool itself asks for these; that no script of the pages does, a test shows. */
export const neededByTests = ['checkVisibility']

/** What scripts can reach in Chromium today and could not in the oldest supported one; the parts of a thing before the thing. */
export function newerNames(): NewerName[] {
  return [...entriesBelow(javascript.builtins ?? {}), ...entriesBelow(api)]
    .filter(({ node }) => isNewer(node))
    .map(nameOf)
    .filter((name) => !neededByTests.includes(name.at(-1) as string))
}

function nameOf({ path }: Entry): NewerName {
  return path.map((part) => {
    const event = /^(.+)_event$/.exec(part)?.[1]
    return event === undefined ? part.replace(/_static$/, '') : `on${event}`
  })
}

/**
 * Runs in a page before any script of its own: makes of today's browser the oldest supported one, as far as names go.
 * Gives the names that could not be taken away.
 */
export function takeAway(names: readonly NewerName[]): string[] {
  const left: string[] = []
  const read = (owner: object, name: string): unknown => {
    try {
      return Reflect.get(owner, name)
    } catch {
      // A getter of a prototype works on instances alone.
      return undefined
    }
  }
  const isObject = (value: unknown): value is object =>
    (typeof value === 'object' && value !== null) || typeof value === 'function'
  for (const name of names) {
    const last = name.at(-1) as string
    let owner: unknown = globalThis
    for (const part of name.slice(0, -1)) owner = isObject(owner) ? read(owner, part) : undefined
    if (!isObject(owner)) continue
    const prototype = read(owner, 'prototype')
    const places = [owner, prototype, ...(name[0] === 'Window' ? [globalThis] : [])]
    for (const place of places)
      if (isObject(place) && Object.hasOwn(place, last) && !Reflect.deleteProperty(place, last))
        left.push(name.join('.'))
  }
  return left
}
