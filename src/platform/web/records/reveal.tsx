import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { RecordField } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { useMoment } from '../moment/use-moment.ts'
import { announce } from '../pieces/announcement.ts'
import { Disclosure } from '../pieces/disclosure.tsx'
import { Picture } from '../pieces/picture.tsx'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { server } from '../rpc/server.ts'
import { LabelledInput } from '../session/labelled-input.tsx'
import { useMe } from '../session/me.ts'
import { recordWords as words } from './words.ts'
import '../session/session.css'

/** How long a value stays in sight, in milliseconds. */
const shownFor = 60_000

/** A masked value, and for whoever may see it a way to look at it for a reason. What was looked at is held nowhere but here. */
export function Reveal(props: { type: string; id: string; field: RecordField; mask: string }) {
  const say = useSay()
  const me = useMe()
  const { field, mask } = props
  const [value, setValue] = useState<string | null>(null)
  useEffect(() => {
    if (value === null) return
    const timer = setTimeout(() => setValue(null), shownFor)
    return () => clearTimeout(timer)
  }, [value])
  if (!me.permissions.includes('records.reveal')) return mask
  if (value !== null)
    return (
      <span className="row reveal">
        {value}
        <button type="button" className="plain-button" onClick={() => setValue(null)}>
          <Picture icon={EyeInvisibleOutlined} /> {say(words.revealHide)}
        </button>
      </span>
    )
  return (
    <span className="row reveal">
      {mask}
      <Disclosure
        className="plain-button"
        name={say(words.reveal(field.label))}
        label={<Picture icon={EyeOutlined} />}
      >
        {(close) => (
          <ReasonForm
            {...props}
            onShown={(shown) => {
              close()
              setValue(shown)
              announce(words.revealed(field.label))
            }}
          />
        )}
      </Disclosure>
    </span>
  )
}

function ReasonForm(props: {
  type: string
  id: string
  field: RecordField
  onShown: (value: string) => void
}) {
  const say = useSay()
  const { knownAt } = useMoment()
  const { type, id, field, onShown } = props
  const [reason, setReason] = useState('')
  const [short, setShort] = useState(false)
  const reveal = useMutation({
    mutationFn: async () => {
      const at = knownAt === undefined ? {} : { knownAt }
      return await server.records.reveal.call({ type, id, field: field.key, reason: reason.trim(), ...at })
    },
    onSuccess: ({ value }) => onShown(value),
  })
  return (
    <form
      className="reveal-form"
      onSubmit={(event) => {
        event.preventDefault()
        const told = reason.trim().length >= 2
        setShort(!told)
        if (told && !reveal.isPending) reveal.mutate()
      }}
    >
      <LabelledInput
        label={say(words.revealReason)}
        help={say(words.revealHelp)}
        error={short ? say(words.revealShort) : undefined}
        // Whoever opened the panel is about to write the reason.
        autoFocus
        maxLength={200}
        autoComplete="off"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {reveal.error ? <ProblemNote error={reveal.error} /> : null}
      <button type="submit" className="main-button" disabled={reveal.isPending}>
        {say(reveal.isPending ? words.revealing : words.revealShow)}
      </button>
    </form>
  )
}
