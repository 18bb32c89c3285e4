import type { ClientConfig } from 'pg'
import type { Text } from '../../text.ts'
import type { Placement } from './placement.ts'

/** Receives what an operator should know about the database server; one call a message. */
export type ServerLog = (words: Text) => void

/** A PostgreSQL server that answers. */
export type RunningServer = {
  /** How its administrator connects: over the Unix socket when embedded, else by `DATABASE_URL`. */
  readonly admin: ClientConfig
  /** Where its files lie; null for the server of `DATABASE_URL`, which looks after its own. */
  readonly placement: Placement | null
  /** It was found running without a living owner and taken over. */
  readonly adopted: boolean
  /** Another living process of this machine owns it; `stop` then leaves it running. */
  readonly shared: boolean
  /** Ends the server if this process owns it; afterwards its files are at rest. Repeated calls are harmless. */
  stop(): Promise<void>
}
