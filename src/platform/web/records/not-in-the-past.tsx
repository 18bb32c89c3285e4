import { useSay } from '../language/use-say.ts'
import { useSetMoment } from '../moment/use-moment.ts'
import { PageHead } from '../pieces/page-head.tsx'
import { formWords as words } from './form-words.ts'

/** Stands where a form's page would: recorded time runs forward only. */
export function NotInThePast() {
  const say = useSay()
  return (
    <>
      <PageHead title={say(words.notInThePast)} paper="A4 portrait" />
      <BackToNow />
    </>
  )
}

/** Stands where a form on a page would: why nothing is recorded at an earlier knowledge, and the way back. */
export function BackToNow() {
  const say = useSay()
  const setMoment = useSetMoment()
  return (
    <>
      <p className="note past">{say(words.notInThePastHelp)}</p>
      <p>
        <button type="button" className="main-button" onClick={() => setMoment({ knownAt: undefined })}>
          {say(words.toNow)}
        </button>
      </p>
    </>
  )
}
