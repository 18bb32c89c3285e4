/** The columns of a figure's rows that may be empty throughout, and when one is not. */
export const filledBy = {
  kind: 'kind is not null',
  on_date: 'on_date is not null',
  valid_from: 'valid_from is not null',
  valid_to: 'valid_to is not null',
  amount: 'amount is not null',
  times: 'times > 1',
} as const
export type Optional = keyof typeof filledBy
export const optional = Object.keys(filledBy) as Optional[]
