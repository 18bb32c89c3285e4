import { useState } from 'react'
import type { DueView } from '../../personal/retention/contract.ts'
import { isDay } from '../../values/day.ts'
import { useSay } from '../language/use-say.ts'
import { announce } from '../pieces/announcement.ts'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { LabelledInput } from '../session/labelled-input.tsx'
import { ReasonForm } from './reason-form.tsx'
import { retentionWords as words } from './words.ts'

export function HoldForm({ record, leave }: { record: DueView; leave: () => void }) {
  const say = useSay()
  const hold = useAct(server.retention.hold.call)
  const [until, setUntil] = useState('')
  const [wrong, setWrong] = useState(false)
  return (
    <ReasonForm
      title={words.holdOf(record.title)}
      label={words.holdReason}
      help={words.holdReasonHelp}
      send={words.hold}
      isPending={hold.isPending}
      error={hold.error}
      leave={leave}
      onSend={(reason) => {
        const day = until.trim()
        setWrong(!isDay(day))
        if (!isDay(day)) return
        hold.mutate(
          { type: record.type, id: record.id, reason, until: day },
          {
            onSuccess: () => {
              announce(words.heldNow)
              leave()
            },
          },
        )
      }}
    >
      <LabelledInput
        label={say(words.until)}
        help={say(words.untilHelp)}
        error={wrong ? say(words.untilWrong) : undefined}
        autoComplete="off"
        value={until}
        onChange={(event) => setUntil(event.target.value)}
      />
    </ReasonForm>
  )
}
