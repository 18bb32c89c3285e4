import type { RecordType } from './record-type.ts'

/** A column that is declared enciphered. */
export type EncipheredColumn = {
  readonly area: string
  readonly name: string
  readonly column: string
  /** Whether equal values of it can be told. */
  readonly found: boolean
}

export const encipheredColumns = (types: Iterable<RecordType>): EncipheredColumn[] =>
  [...types].flatMap(({ id, header }) => {
    const [area, name] = id.split('.') as [string, string]
    return header.flatMap(({ key, enciphered }) =>
      enciphered ? [{ area, name, column: key, found: enciphered === 'found' }] : [],
    )
  })
