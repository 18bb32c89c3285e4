import { useState } from 'react'
import type { RecordField, RecordType } from '../../records/record-type.ts'

const mostAtFirst = 6

/** The fields that a list may show: personal values never appear in one. */
export function listFields(type: RecordType): RecordField[] {
  return [...type.attributes, ...type.header].filter((field) => !field.personal && field.key !== type.title)
}

function offered(type: RecordType): string[] {
  const keys = listFields(type).map((field) => field.key)
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
