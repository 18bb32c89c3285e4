const prefix = 'xiaoma.draft.'

/** Values of a form that was left unsaved, by the name of the field; personal ones go with the browser tab. */
export type Draft = {
  /** The version that the writer saw. */
  readonly version: string | null
  readonly values: Readonly<Record<string, string | null>>
}

function parse(stored: string | null): Draft | null {
  if (stored === null) return null
  try {
    const draft: unknown = JSON.parse(stored)
    return typeof draft === 'object' && draft !== null && 'values' in draft ? (draft as Draft) : null
  } catch {
    return null
  }
}

/** Reads what was left under a name; null where nothing was. */
export function readDraft(name: string): Draft | null {
  const kept = parse(localStorage.getItem(prefix + name))
  const personal = parse(sessionStorage.getItem(prefix + name))
  if (!kept) return null
  return { version: kept.version, values: { ...kept.values, ...personal?.values } }
}

/** Keeps a form's text over a reload. `personal` names the fields that stay in the tab alone. */
export function keepDraft(name: string, draft: Draft, personal: ReadonlySet<string>): void {
  const entries = Object.entries(draft.values)
  const only = (wanted: boolean) =>
    Object.fromEntries(entries.filter(([key]) => personal.has(key) === wanted))
  localStorage.setItem(prefix + name, JSON.stringify({ version: draft.version, values: only(false) }))
  sessionStorage.setItem(prefix + name, JSON.stringify({ version: draft.version, values: only(true) }))
}

export function forgetDraft(name: string): void {
  localStorage.removeItem(prefix + name)
  sessionStorage.removeItem(prefix + name)
}

/** Forgets every draft: whoever signs out leaves no text on the computer. */
export function forgetDrafts(): void {
  forgetIn(localStorage)
  forgetTabDrafts()
}

/** Forgets what stays in the tab alone, personal values among it: a session that ran out leaves the rest to be taken up again. */
export function forgetTabDrafts(): void {
  forgetIn(sessionStorage)
}

function forgetIn(storage: Storage): void {
  for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key)
}
