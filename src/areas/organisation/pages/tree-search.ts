export type TreeSearch = { find?: string | undefined; show?: string | undefined }

export function readTreeSearch(search: Record<string, unknown>): TreeSearch {
  const { find, show } = search
  return {
    ...(typeof find === 'string' && find !== '' ? { find } : {}),
    ...(typeof show === 'string' && show !== '' ? { show } : {}),
  }
}
