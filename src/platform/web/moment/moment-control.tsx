import { lazy, Suspense } from 'react'
import { useSay } from '../language/use-say.ts'
import { Bones } from '../pieces/bones.tsx'
import { Disclosure } from '../pieces/disclosure.tsx'
import { asOfText, knownAtText, periodText } from './moment-words.ts'
import { useMoment } from './use-moment.ts'
import { momentWords } from './words.ts'

const MomentPanel = lazy(() => import('./moment-panel.tsx'))

/** The date of every page, tinted while it looks at the past. */
export function MomentControl() {
  const say = useSay()
  const moment = useMoment()
  const past = moment.asOf !== moment.today || moment.knownAt !== undefined
  const parts = [say(asOfText(moment.asOf)), say(periodText(moment.period))]
  if (moment.knownAt) parts.push(say(knownAtText(moment.knownAt)))
  return (
    <Disclosure
      className={past ? 'control past' : 'control'}
      label={
        <>
          <span className="control-label">{say(momentWords.control)}</span> <span>{parts.join(' · ')}</span>
        </>
      }
    >
      {(close) => (
        <Suspense fallback={<Bones lines={4} />}>
          <MomentPanel close={close} />
        </Suspense>
      )}
    </Disclosure>
  )
}
