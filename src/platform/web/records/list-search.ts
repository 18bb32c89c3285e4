/** What a list shows, in the address: it can be sent on and comes back after a visit to a record. */
export type ListSearch = {
  find?: string | undefined
  /** `field:value` pairs. */
  where?: string[] | undefined
  sort?: string | undefined
  descending?: 'yes' | undefined
  all?: 'yes' | undefined
  size?: number | undefined
}

const sizes = [20, 50, 100, 500]

export function readListSearch(search: Record<string, unknown>): ListSearch {
  const { find, where, sort, descending, all, size } = search
  const pairs = (Array.isArray(where) ? where : [where]).filter(
    (pair): pair is string => typeof pair === 'string' && pair.includes(':'),
  )
  return {
    ...(typeof find === 'string' && find !== '' ? { find: find.slice(0, 100) } : {}),
    ...(pairs.length > 0 ? { where: pairs } : {}),
    ...(typeof sort === 'string' ? { sort } : {}),
    ...(descending === 'yes' ? { descending } : {}),
    ...(all === 'yes' ? { all } : {}),
    ...(sizes.includes(Number(size)) ? { size: Number(size) } : {}),
  }
}
