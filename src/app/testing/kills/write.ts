import type { Answer, Client } from '../client.ts'

/** One write with its key: how it is sent, what its change touches, and what it makes of the client's book. */
export type Write = {
  readonly what: string
  readonly key: string
  readonly records: number
  readonly events: number
  send(client: Client): Promise<Answer>
  /** Sends it once more after an answer or a loss; `there`: the change is in the database already. */
  again(client: Client, there: boolean): Promise<Answer>
  /** Enters it in the book. `change` is its number. */
  land(answer: Answer, change: string): void
}

/** An answer that says: done, and on disk. */
export const isAcknowledged = ({ status }: Answer): boolean => status >= 200 && status < 300
