import { useSay } from '../language/use-say.ts'
import { useSetMoment } from '../moment/use-moment.ts'
import { PageHead } from '../pieces/page-head.tsx'
import { formWords as words } from './form-words.ts'

/** Stands where a form would: recorded time runs forward only. */
export function NotInThePast() {
  const say = useSay()
  const setMoment = useSetMoment()
  return (
    <>
      <PageHead title={say(words.notInThePast)} paper="A4 portrait" />
      <p className="note past">{say(words.notInThePastHelp)}</p>
      <p>
        <button type="button" className="main-button" onClick={() => setMoment({ knownAt: undefined })}>
          {say(words.toNow)}
        </button>
      </p>
    </>
  )
}
