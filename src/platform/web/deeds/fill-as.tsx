import { useQuery } from '@tanstack/react-query'
import type { RecordDeed, RecordType } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { dayIn, type FormValues, textIn } from '../records/form-input.ts'
import { server } from '../rpc/server.ts'
import { fieldsOfRow, rowName, rowsOf } from './deed-values.ts'
import { deedWords as words } from './words.ts'

/** Fills what is empty in a new record with what the one holds that it comes from; its name and number are its own. */
export function FillAs(props: {
  type: RecordType
  deed: RecordDeed
  row: string
  values: FormValues
  onPut: (some: FormValues) => void
}) {
  const say = useSay()
  const { type, deed, row, values, onPut } = props
  const ids = (['ending', 'lasting'] as const).flatMap((part) =>
    rowsOf(values, part).map((one) => textIn(values, rowName(part, one, 'id'))),
  )
  const from = ids.find((id) => id !== null)
  const asOf = dayIn(values)
  const record = useQuery({
    ...server.records.get.queryOptions({
      input: { type: type.id, id: from ?? '', ...(asOf ? { asOf } : {}) },
    }),
    enabled: from !== undefined,
  })
  const own = new Set([type.title, ...type.naturalKey])
  const held = record.data?.values ?? record.data?.spells.at(-1)?.values
  const offered = fieldsOfRow(type, deed, 'beginning', row).filter(
    ({ name, field, place }) =>
      place === 'sets' && !own.has(field.key) && !textIn(values, name) && held?.[field.key]?.value,
  )
  if (!record.data || offered.length === 0) return null
  return (
    <button
      type="button"
      className="plain-button"
      onClick={() =>
        onPut(Object.fromEntries(offered.map(({ name, field }) => [name, held?.[field.key]?.value ?? null])))
      }
    >
      {say(words.fillAs(record.data.title))}
    </button>
  )
}
