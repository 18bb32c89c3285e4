import { useQuery } from '@tanstack/react-query'
import { Form } from 'antd'
import { useEffect } from 'react'
import type { RecordType } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { dayIn, type FormValues, textIn } from '../records/form-input.ts'
import { formWords } from '../records/form-words.ts'
import { ReferencePicker } from '../records/reference-picker.tsx'
import { server } from '../rpc/server.ts'
import { type PartName, rowName } from './deed-values.ts'

/** Picks a record that is there; the version that it had when it was chosen goes along with the deed. */
export function DeedParticipant(props: {
  type: RecordType
  name: PartName
  row: string
  label: string
  values: FormValues
  onPut: (some: FormValues) => void
}) {
  const say = useSay()
  const { type, name, row, label, values, onPut } = props
  const id = textIn(values, rowName(name, row, 'id'))
  const versionName = rowName(name, row, 'version')
  const seen = textIn(values, rowName(name, row, 'seen'))
  const record = useQuery({
    ...server.records.get.queryOptions({ input: { type: type.id, id: id ?? '' } }),
    enabled: id !== null && seen !== id,
    refetchOnWindowFocus: false,
    staleTime: 0,
  })
  const fresh = record.isFetchedAfterMount && record.data?.id === id ? record.data.version : undefined
  useEffect(() => {
    if (fresh && id && seen !== id) onPut({ [versionName]: fresh, [rowName(name, row, 'seen')]: id })
  }, [fresh, id, seen, versionName, name, row, onPut])
  return (
    <Form.Item
      name={rowName(name, row, 'id')}
      label={label}
      className="deed-picker"
      required
      rules={[{ required: true, message: say(formWords.choose(label)) }]}
    >
      <ReferencePicker label={label} to={type.id} on={dayIn(values)} />
    </Form.Item>
  )
}
