export type TreeSearch = { find?: string | undefined }

export function readTreeSearch(search: Record<string, unknown>): TreeSearch {
  const { find } = search
  return typeof find === 'string' && find !== '' ? { find } : {}
}
