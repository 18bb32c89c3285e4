import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { RecordCopy } from '../../records/copy/contract.ts'
import { useSay } from '../language/use-say.ts'
import { momentCell } from '../moment/moment-words.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { PageHead } from '../pieces/page-head.tsx'
import { pieceWords } from '../pieces/words.ts'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { server } from '../rpc/server.ts'
import { LabelledInput } from '../session/labelled-input.tsx'
import { CopiedLifeSection } from './copied-life.tsx'
import { copyRoute } from './copy-route.ts'
import { copyWords as words } from './words.ts'
import '../session/session.css'

type Look = RecordCopy['looks'][number]

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
        {looks.length === 0 ? (
          <p className="empty">{say(words.noLooks)}</p>
        ) : (
          <DataTable<Look>
            caption={say(words.looks)}
            rows={looks}
            rowKey={({ at }, nth) => `${at} ${nth}`}
            columns={[
              { key: 'at', heading: say(words.at), kind: 'day', cell: ({ at }) => momentCell(at) },
              { key: 'by', heading: say(words.by), cell: ({ by }) => by },
              {
                key: 'what',
                heading: say(words.what),
                cell: ({ kind, field }) => say(field ? words.saw(field) : words.kinds[kind]),
              },
              { key: 'why', heading: say(words.why), cell: (look) => look.reason ?? say(pieceWords.none) },
            ]}
          />
        )}
        {more > 0 ? <p className="help">{say(words.older(more))}</p> : null}
        <p className="help">{say(words.bulk)}</p>
      </section>
    </>
  )
}
