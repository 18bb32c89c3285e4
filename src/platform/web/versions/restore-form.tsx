import { useNavigate } from '@tanstack/react-router'
import type { RecordView } from '../../records/contract.ts'
import { useSay } from '../language/use-say.ts'
import { announce } from '../pieces/announcement.ts'
import { textIn } from '../records/form-input.ts'
import { WriteForm } from '../records/write-form.tsx'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { useIdempotencyKey } from '../rpc/use-idempotency-key.ts'
import { useMe } from '../session/me.ts'
import { versionWords as words } from './words.ts'

/** Asks why, and puts the chosen parts back. */
export function RestoreForm(props: {
  record: RecordView
  from: string
  parts: readonly string[]
  leave: () => void
}) {
  const say = useSay()
  const me = useMe()
  const navigate = useNavigate()
  const keyFor = useIdempotencyKey()
  const restore = useAct(server.versions.restore.call)
  const { record, from, parts, leave } = props
  const { type, id } = record
  return (
    <WriteForm
      draft={`${me.id}.${id}.restoration.${from}`}
      fields={[]}
      start={{ reason: null }}
      version={record.version}
      asksDay={false}
      correction
      before={<p className="help">{say(words.restoreHelp)}</p>}
      leave={leave}
      send={async (values, version, overrides) => {
        const content = {
          type,
          id,
          version: version ?? record.version,
          from,
          parts: [...parts],
          reason: textIn(values, 'reason') ?? '',
          overrides: [...overrides],
        }
        await restore.mutateAsync({ ...content, idempotencyKey: keyFor(content) })
        announce(words.restored)
        await navigate({ to: '/records/$type/$id', params: { type, id } })
        return null
      }}
    />
  )
}
