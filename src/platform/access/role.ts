import { type Text, text } from '../text.ts'

/** A bundle of permissions. The application names its roles; an account holds one over a place, between two days. */
export type Role = { readonly words: Text; readonly permissions: readonly string[] }
export type Roles = Readonly<Record<string, Role>>

/** No name of a role and no user name has this sign, and a user name is never given anew. */
const handedOnBy = '<'

/** How events name a role: one that was handed on with the user name of whose it is, as `clerk<wang.fang`. */
export const roleInEvents = ({ role, from }: { readonly role: string; readonly from?: string | null }) =>
  from ? `${role}${handedOnBy}${from}` : role

/** The same in words. A role that is no longer known is its own name. */
export function roleWords(roles: Readonly<Record<string, { readonly words: Text }>>, inEvent: string): Text {
  const [role = '', from] = inEvent.split(handedOnBy)
  const words = roles[role]?.words ?? text(role, role)
  return from === undefined ? words : text(`${words.zh}（${from}转交）`, `${words.en} (handed on by ${from})`)
}
