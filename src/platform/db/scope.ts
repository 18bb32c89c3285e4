/** Which rows a request may touch: the office, and all of its places or the listed ones. Resolved once per request. */
export type Scope = { readonly office: number; readonly places: 'all' | readonly string[] }

/** The settings that row-level security compares against, as bound parameters; an unset one means no rows. */
export function scopeSettings(scope: Scope): [office: string, all: string, places: string] {
  const all = scope.places === 'all'
  return [String(scope.office), all ? 'on' : 'off', all ? '' : scope.places.join(',')]
}

/** Sets scope and knowledge for the transaction; `known` empty means that the views of the past raise an error. */
export const setScopeSql = `select set_config('app.office', $1, true), set_config('app.scope_all', $2, true),
 set_config('app.scope', $3, true), set_config('app.known', $4, true)`
