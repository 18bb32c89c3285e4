import { useQuery } from '@tanstack/react-query'
import { useSay } from '../language/use-say.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { Loaded } from '../pieces/loaded.tsx'
import { fieldName, type FormValues } from './form-input.ts'
import { formWords as words } from './form-words.ts'
import { useReferenceTitle } from './reference-picker.tsx'
import { shownValue } from './shown-value.ts'
import type { FormField } from './form-field.ts'

/** Both versions side by side, when someone else changed the record in the meantime. */
export function StaleProblem(props: {
  words: string
  fields: readonly FormField[]
  mine: FormValues
  current: () => Promise<{ version: string; values: FormValues }>
  onNewer: (version: string) => void
  onDrop: () => void
}) {
  const say = useSay()
  const current = useQuery({
    queryKey: ['stale', props.words],
    queryFn: props.current,
    gcTime: 0,
    staleTime: 0,
  })
  return (
    <div className="note problem" role="alert">
      <h3>{say(words.staleTitle)}</h3>
      <p>{props.words}</p>
      <p>{say(words.staleHelp)}</p>
      <Loaded query={current} lines={3}>
        {(now) => (
          <>
            <DataTable<FormField>
              caption={say(words.staleTitle)}
              rows={props.fields}
              rowKey={({ place, field }) => fieldName(place, field)}
              columns={[
                { key: 'field', heading: say(words.staleField), cell: ({ field }) => say(field.label) },
                {
                  key: 'mine',
                  heading: say(words.staleMine),
                  cell: (row) => <Value of={row} values={props.mine} />,
                },
                {
                  key: 'theirs',
                  heading: say(words.staleTheirs),
                  cell: (row) => <Value of={row} values={now.values} />,
                },
              ]}
            />
            <div className="row">
              <button type="button" className="button" onClick={() => props.onNewer(now.version)}>
                {say(words.staleGoOn)}
              </button>
              <button type="button" className="button" onClick={props.onDrop}>
                {say(words.staleDrop)}
              </button>
            </div>
          </>
        )}
      </Loaded>
    </div>
  )
}

function Value({ of: { place, field }, values }: { of: FormField; values: FormValues }) {
  const say = useSay()
  const value = values[fieldName(place, field)] ?? null
  const title = useReferenceTitle(field.kind === 'reference' ? field.to : null, value)
  return title ?? shownValue(field, { value, shown: null }, say)
}
