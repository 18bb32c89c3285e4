export const requestLists = ['mine', 'soon', 'overdue', 'online', 'unassigned', 'callback', 'open'] as const
export type RequestList = (typeof requestLists)[number]
export type ListSearch = { readonly list?: RequestList | undefined }

/** What is no list is said to be none: what is left out here would come through as the address has it. */
export const readListSearch = ({ list }: Record<string, unknown>): ListSearch => ({
  list: requestLists.find((each) => each === list),
})
