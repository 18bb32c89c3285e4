import type { ReactNode } from 'react'
import type { RecordType } from '../../records/record-type.ts'
import { useApp } from '../app-context.ts'
import { useSay } from '../language/use-say.ts'
import { recordWords } from './words.ts'

/** Finds the declaration of a record type; an address may name one that no area declares. */
export function WithType(props: { id: string; children: (type: RecordType) => ReactNode }) {
  const say = useSay()
  const type = useApp().types.get(props.id)
  return type ? props.children(type) : <p className="note">{say(recordWords.unknownType)}</p>
}
