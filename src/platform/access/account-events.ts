import { appendEvent } from '../audit/append-event.ts'
import { originOf } from '../audit/origin.ts'

/**
 * An act on an account, in the transaction that does it; who does it is the request or command itself.
 * `details` never hold a password; the reason that was given stands in its own column.
 */
export async function appendAct(
  client: Parameters<typeof appendEvent>[0],
  office: number,
  account: string,
  {
    reason,
    ...details
  }: { readonly what: string; readonly reason?: string } & Readonly<Record<string, unknown>>,
): Promise<void> {
  await appendEvent(client, office, {
    ...originOf(),
    kind: 'act',
    subject: { type: 'account', id: account },
    ...(reason === undefined ? {} : { reason }),
    details,
  })
}
