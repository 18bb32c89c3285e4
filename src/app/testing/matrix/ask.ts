import type { Contract } from '../../contract.ts'
import { type Held, type Spot, spots } from './world.ts'

export type ProcedureName = {
  [Part in keyof Contract]: `${Part}/${Extract<keyof Contract[Part], string>}`
}[keyof Contract]

type Input = Readonly<Record<string, unknown>>

/**
 * A call. `of`: about what lies at one place, so that who does not see the place must get what they get of a record that is not there.
 * `all`: about whatever the caller sees. `nothing`: about no record; only the door is tried. With `shows`, the answer to who sees it
 * holds the words that stand there, so that an empty answer is found out.
 */
export type Ask =
  | {
      readonly of: (held: Held) => Input
      /** Where there is such a thing; absent: everywhere. */
      readonly at?: readonly Spot[]
      readonly shows?: readonly Spot[]
      /** The personal values that come in clear; nothing else lets one out. */
      readonly reveals?: readonly ('phone' | 'birth')[]
    }
  | { readonly all: Input; readonly shows?: readonly Spot[] }
  | { readonly nothing: Input }

/** What is expected, said apart from the contract: who is let in, and how the door is tried. */
export type Case = {
  readonly permission: string
  readonly asks: readonly Ask[]
  readonly scope?: 'place'
}

/** What is asked about places or records is asked within places; what is about neither reads no rows of an office. */
export const scopeIn = ({ asks, scope }: Case): 'place' | 'none' =>
  scope ?? (asks.every((ask) => 'nothing' in ask) ? 'none' : 'place')

export const asOf = '2018-06-30'
export const everywhere = spots
export const reason = '核对权限'
export const here = (held: Held) => ({ node: held.place, asOf })
