export type TreeSearch = { along?: 'line' | undefined; find?: string | undefined }

export function readTreeSearch(search: Record<string, unknown>): TreeSearch {
  const { along, find } = search
  return {
    ...(along === 'line' ? { along } : {}),
    ...(typeof find === 'string' && find !== '' ? { find } : {}),
  }
}
