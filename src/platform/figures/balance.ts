import type { Text } from '../text.ts'
import type { Flow, Stock } from './figure.ts'

/** What there was, what came and went, and what there is: the lines between account for every difference. */
export type Balance = {
  readonly id: string
  readonly label: Text
  readonly stock: Stock
  readonly comings: readonly Flow[]
  readonly goings: readonly Flow[]
}

/** @throws Error at load where a line does not count days on which something came or went */
export function defineBalance(balance: Balance): Balance {
  for (const [lines, direction] of [
    [balance.comings, 'in'],
    [balance.goings, 'out'],
  ] as const)
    for (const { id, rows } of lines)
      if (rows.moves?.direction !== direction)
        throw new Error(`${balance.id}: ${id} does not count what goes ${direction}`)
  return balance
}
