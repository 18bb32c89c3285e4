import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { DeedView } from '../../records/deeds/contract.ts'
import type { RecordType } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { announce } from '../pieces/announcement.ts'
import { PageHead } from '../pieces/page-head.tsx'
import { dayIn, type FormValues, textIn } from '../records/form-input.ts'
import { formWords } from '../records/form-words.ts'
import { WriteForm } from '../records/write-form.tsx'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { useIdempotencyKey } from '../rpc/use-idempotency-key.ts'
import { useMe } from '../session/me.ts'
import { deedWords as words } from './words.ts'

/** The day, the document, or that it ever was: the same for every record of the deed. */
export function DeedCorrectionForm({ type, deed }: { type: RecordType; deed: DeedView }) {
  const say = useSay()
  const me = useMe()
  const navigate = useNavigate()
  const keyFor = useIdempotencyKey()
  const client = useQueryClient()
  const correct = useAct(server.deeds.correct.call)
  const [neverWas, setNeverWas] = useState(false)
  const params = { type: type.id, deed: deed.id }
  const leave = () => void navigate({ to: '/records/$type/deeds/$deed', params, search: {} })
  return (
    <>
      <PageHead
        title={say(words.correctTitle(deed.label))}
        line={deed.parts.map(({ title }) => title).join(say({ zh: '、', en: ', ' }))}
        paper="A4 portrait"
      >
        <Link to="/records/$type/deeds/$deed" params={params} search={{}} className="button">
          {say(formWords.back)}
        </Link>
      </PageHead>
      <p className="help">{say(formWords.correctionHelp)}</p>
      <WriteForm
        key={neverWas ? 'never' : 'was'}
        draft={`${me.id}.deed.${deed.id}.correction${neverWas ? '.never' : ''}`}
        fields={[]}
        start={
          neverWas ? { reason: null } : { onDate: deed.onDate, documentNo: deed.documentNo, reason: null }
        }
        version={null}
        asksDay={!neverWas}
        correction
        leave={leave}
        before={
          <p>
            <label>
              <input
                type="checkbox"
                checked={neverWas}
                onChange={(change) => setNeverWas(change.target.checked)}
              />{' '}
              {say(words.neverWas)}
            </label>{' '}
            <span className="help">{say(words.neverWasHelp)}</span>
          </p>
        }
        send={async (values, _version, overrides) => {
          const changes = changesOf(values)
          if (changes === null) return formWords.unchanged
          const content = {
            ...params,
            reason: textIn(values, 'reason') ?? '',
            overrides: [...overrides],
            ...changes,
          }
          const asked = { ...content, idempotencyKey: keyFor(content) }
          if (neverWas) {
            // The page of what never was is left before anything on screen is asked for again.
            await server.deeds.correct.call(asked)
            await navigate({ to: '/records/$type', params: { type: type.id } })
            await client.invalidateQueries()
          } else {
            await correct.mutateAsync(asked)
            leave()
          }
          announce(words.corrected)
          return null
        }}
      />
    </>
  )

  function changesOf(values: FormValues) {
    if (neverWas) return { neverWas }
    const onDate = dayIn(values)
    const documentNo = textIn(values, 'documentNo')
    const change = {
      ...(onDate && onDate !== deed.onDate ? { onDate } : {}),
      ...(documentNo !== (deed.documentNo || null) ? { documentNo } : {}),
    }
    return Object.keys(change).length > 0 ? change : null
  }
}
