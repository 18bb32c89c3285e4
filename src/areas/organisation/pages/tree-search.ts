export type TreeSearch = { along?: 'line' | undefined; find?: string | undefined; show?: string | undefined }

export function readTreeSearch(search: Record<string, unknown>): TreeSearch {
  const { along, find, show } = search
  return {
    ...(along === 'line' ? { along } : {}),
    ...(typeof find === 'string' && find !== '' ? { find } : {}),
    ...(typeof show === 'string' && show !== '' ? { show } : {}),
  }
}
