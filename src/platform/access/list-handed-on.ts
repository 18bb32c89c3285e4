import type { HandedOnRole } from './own-roles-contract.ts'
import { type ListParts, listAccounts } from './list-accounts.ts'

/** What an account handed on to others and what became of it, newest first. */
export async function listHandedOn(
  parts: ListParts,
  office: number,
  account: string,
): Promise<HandedOnRole[]> {
  const { rows } = await parts.database.pool.query<{ id: string; receiver: string }>(
    `select g.id, g.account_id as receiver from access.grant g
     join access.grant o on o.office_id = g.office_id and o.id = g.handed_on_from
     where g.office_id = $1 and o.account_id = $2 order by g.valid_from desc, g.id desc`,
    [office, account],
  )
  const receivers = new Map<string, Awaited<ReturnType<typeof listAccounts>>[number]>()
  for (const id of new Set(rows.map(({ receiver }) => receiver)))
    for (const one of await listAccounts(parts, office, id)) receivers.set(id, one)
  return rows.flatMap(({ id, receiver }) => {
    const to = receivers.get(receiver)
    const role = to?.roles.find((one) => one.id === id)
    if (!to || !role || role.to === null) return []
    const { words, place, from, state, why } = role
    return [
      {
        id,
        to: { name: to.name, username: to.username },
        words,
        place,
        from,
        until: role.to,
        state,
        reason: why.handedOn?.reason ?? '',
      },
    ]
  })
}
