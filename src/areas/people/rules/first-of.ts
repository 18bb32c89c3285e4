/** How many others a message names. */
const told = 5

/** The first that pass, and no more than a message names: a careless workbook may hold thousands that are alike. */
export function firstOf<Item>(items: readonly Item[], passes: (item: Item) => boolean): Item[] {
  const found: Item[] = []
  for (const item of items) {
    if (passes(item)) found.push(item)
    if (found.length === told) break
  }
  return found
}
