import type { Connection, Submittable } from 'pg'

/** One prepared statement of a batch: `name` is the same for the same text, so the server parses it once. */
export type Statement = {
  readonly name: string
  readonly text: string
  readonly values: readonly (string | null)[]
}
export type BatchResult = {
  readonly fields: readonly string[]
  readonly rows: readonly (readonly (string | null)[])[]
}

type Field = { name: string }
type Wire = Connection & {
  stream: { cork?: () => void; uncork?: () => void }
  parsedStatements: Record<string, string>
  parse(query: { text: string; name: string; types: [] }): void
  bind(config: object): void
  describe(msg: { type: 'P'; name: string }): void
  execute(config: object): void
  sync(): void
}

/**
 * Sends several prepared statements with one Sync: one implicit transaction and one round trip, so that a
 * transaction-local setting and the query that needs it cannot part (docs/decisions/0005).
 * Values travel as text. After an error the connection must be dropped: it may hold statements it thinks unparsed.
 */
export class Batch implements Submittable {
  readonly #statements: readonly Statement[]
  readonly #done: (error: Error | null, results: BatchResult[]) => void
  readonly #results: { fields: string[]; rows: (string | null)[][] }[] = []
  #completed = 0

  constructor(statements: readonly Statement[], done: (error: Error | null, results: BatchResult[]) => void) {
    // The server cuts a name at 63 bytes, so two longer ones could be taken for one another.
    const tooLong = statements.find(({ name }) => Buffer.byteLength(name) > 63)
    if (tooLong) throw new Error(`the statement name ${tooLong.name} is longer than 63 bytes`)
    this.#statements = statements
    this.#done = done
  }

  submit(connection: Connection): void {
    const wire = connection as Wire
    wire.stream.cork?.()
    for (const statement of this.#statements) {
      if (!wire.parsedStatements[statement.name]) {
        wire.parse({ text: statement.text, name: statement.name, types: [] })
        wire.parsedStatements[statement.name] = statement.text
      }
      wire.bind({
        portal: '',
        statement: statement.name,
        values: statement.values,
        valueMapper: (v: unknown) => v,
      })
      wire.describe({ type: 'P', name: '' })
      wire.execute({ portal: '', rows: 0 })
    }
    wire.sync()
    wire.stream.uncork?.()
  }

  handleRowDescription(message: { fields: Field[] }): void {
    this.#results.push({ fields: message.fields.map((field) => field.name), rows: [] })
  }

  handleDataRow(message: { fields: (string | null)[] }): void {
    this.#results.at(-1)?.rows.push(message.fields)
  }

  handleError(error: Error): void {
    this.#done(error, [])
  }

  handleReadyForQuery(): void {
    this.#done(null, this.#results)
  }

  handleCommandComplete(): void {
    // A statement that returns nothing sends no description of rows, and still has its place among the results.
    if (this.#results.length === this.#completed) this.#results.push({ fields: [], rows: [] })
    this.#completed += 1
  }

  handlePortalSuspended(): void {}
  handleEmptyQuery(): void {}
  handleCopyInResponse(): void {}
  handleCopyData(): void {}
}
