export const requestLists = ['mine', 'soon', 'overdue', 'unassigned', 'callback', 'open'] as const
export type RequestList = (typeof requestLists)[number]
export type ListSearch = { readonly list?: RequestList | undefined }

export function readListSearch({ list }: Record<string, unknown>): ListSearch {
  const found = requestLists.find((each) => each === list)
  return found ? { list: found } : {}
}
