import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { RecordCopy } from '../../records/copy/contract.ts'
import { useSay } from '../language/use-say.ts'
import { PageHead } from '../pieces/page-head.tsx'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { server } from '../rpc/server.ts'
import { LabelledInput } from '../session/labelled-input.tsx'
import { CopiedLifeSection } from './copied-life.tsx'
import { copyRoute } from './copy-route.ts'
import { LookTable } from './look-table.tsx'
import { copyWords as words } from './words.ts'
import '../session/session.css'

/** Everything held about one record, to be printed and handed over; it is asked for once and held nowhere but here. */
export function CopyPage() {
  const say = useSay()
  const { type, id } = copyRoute.useParams()
  const [reason, setReason] = useState('')
  const [short, setShort] = useState(false)
  const copy = useMutation({
    mutationFn: async () => await server.copies.copy.call({ type, id, reason: reason.trim() }),
  })
  return (
    <>
      <PageHead title={say(words.title)} line={say(words.line)} paper="A4 portrait" undated>
        <Link to="/records/$type/$id" params={{ type, id }} className="button">
          {say(words.back)}
        </Link>
      </PageHead>
      {copy.data ? (
        <TheCopy copy={copy.data} />
      ) : (
        <form
          className="section"
          onSubmit={(event) => {
            event.preventDefault()
            const told = reason.trim().length >= 2
            setShort(!told)
            if (told && !copy.isPending) copy.mutate()
          }}
        >
          <LabelledInput
            label={say(words.reason)}
            help={say(words.reasonHelp)}
            error={short ? say(words.reasonShort) : undefined}
            maxLength={200}
            autoComplete="off"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          {copy.error ? <ProblemNote error={copy.error} /> : null}
          <button type="submit" className="main-button" disabled={copy.isPending}>
            {say(copy.isPending ? words.making : words.make)}
          </button>
        </form>
      )}
    </>
  )
}

function TheCopy({ copy }: { copy: RecordCopy }) {
  const say = useSay()
  const { record, related, looks, more } = copy
  return (
    <>
      <CopiedLifeSection life={record} id="record" />
      <h2>{say(words.related)}</h2>
      {related.length === 0 ? <p className="empty">{say(words.noRelated)}</p> : null}
      {related.map((life, nth) => (
        <CopiedLifeSection key={`${life.label.zh} ${nth}`} life={life} id={`related-${nth}`} />
      ))}
      <section className="section" aria-labelledby="looks">
        <h2 id="looks">{say(words.looks)}</h2>
        <LookTable looks={looks} more={more} />
      </section>
    </>
  )
}
