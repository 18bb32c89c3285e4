import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import type { ListedRecord } from '../../records/contract.ts'
import type { RecordType } from '../../records/record-type.ts'
import type { Day } from '../../values/day.ts'
import { useApp } from '../app-context.ts'
import { timeOf } from '../moment/moment.ts'
import { useMoment } from '../moment/use-moment.ts'
import { type Described, describedIn } from '../pieces/described.ts'
import { server } from '../rpc/server.ts'

/** The title of another record, for a value that is held by its id alone. */
export function useReferenceTitle(to: string | null, id: string | null | undefined): string | undefined {
  const moment = useMoment()
  const record = useQuery({
    ...server.records.get.queryOptions({ input: { type: to ?? '', id: id ?? '', ...timeOf(moment) } }),
    enabled: to !== null && Boolean(id),
    staleTime: 60_000,
  })
  return record.data?.title
}

function label(type: RecordType | undefined, record: ListedRecord): string {
  const keys = (type?.naturalKey ?? [])
    .filter((key) => key !== type?.title)
    .map((key) => record.values[key]?.shown?.zh ?? record.values[key]?.value)
    .filter(Boolean)
  return keys.length > 0 ? `${record.title}（${keys.join(' ')}）` : record.title
}

/** Picks another record by name, number or pinyin; the server searches. Below an {@link AntdFrame}. */
export function ReferencePicker(
  props: Described & {
    id?: string
    label: string
    to: string
    value?: string | null
    onChange?: (value: string | null) => void
    /** The day on which the other record must be in force. */
    on?: Day | undefined
    clearable?: boolean
  },
) {
  const moment = useMoment()
  const type = useApp().types.get(props.to)
  const [typed, setTyped] = useState('')
  const find = useDeferredValue(typed.trim())
  const found = useQuery(
    server.records.list.queryOptions({
      input: {
        type: props.to,
        limit: 20,
        ...(find ? { find } : {}),
        ...timeOf(moment),
        ...(props.on ? { asOf: props.on } : {}),
      },
      placeholderData: keepPreviousData,
    }),
  )
  const options = (found.data?.records ?? []).map((record) => ({
    value: record.id,
    label: label(type, record),
  }))
  const missing = props.value && !options.some((option) => option.value === props.value) ? props.value : null
  const title = useReferenceTitle(missing ? props.to : null, missing)
  return (
    <Select
      {...(props.id ? { id: props.id } : {})}
      {...describedIn(props)}
      aria-label={props.label}
      className="wide"
      value={props.value ?? null}
      onChange={(value: string | undefined) => props.onChange?.(value ?? null)}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear={props.clearable ?? false}
      loading={found.isFetching}
      options={missing ? [{ value: missing, label: title ?? missing }, ...options] : options}
    />
  )
}
