import { useState } from 'react'
import { isMasked, type RecordField, type RecordType } from '../../records/record-type.ts'

const mostAtFirst = 6

/** The fields that a list may show; a personal value appears masked. */
export function listFields(type: RecordType): RecordField[] {
  return [...type.attributes, ...type.header].filter((field) => field.key !== type.title)
}

function offered(type: RecordType): string[] {
  const open = listFields(type).filter((field) => !isMasked(field))
  const keys = open.map((field) => field.key)
  const first = type.naturalKey.filter((key) => keys.includes(key))
  return [...first, ...keys.filter((key) => !first.includes(key))].slice(0, mostAtFirst)
}

/** The columns chosen for a type of record, remembered on this computer. */
export function useChosenColumns(type: RecordType): [readonly string[], (keys: readonly string[]) => void] {
  const key = `xiaoma.columns.${type.id}`
  const [chosen, setChosen] = useState<readonly string[]>(() => {
    const stored = localStorage.getItem(key)
    return stored === null ? offered(type) : stored.split(',')
  })
  return [
    chosen,
    (keys) => {
      localStorage.setItem(key, keys.join(','))
      setChosen(keys)
    },
  ]
}
