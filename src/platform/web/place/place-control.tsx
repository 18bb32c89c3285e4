import { lazy, Suspense } from 'react'
import { useApp } from '../app-context.ts'
import { useSay } from '../language/use-say.ts'
import { timeOf } from '../moment/moment.ts'
import { useMoment } from '../moment/use-moment.ts'
import { Bones } from '../pieces/bones.tsx'
import { Disclosure } from '../pieces/disclosure.tsx'
import { useMe } from '../session/me.ts'
import { ownPlace } from './own-place.ts'
import { placeWords as words } from './words.ts'

const PlacePanel = lazy(() => import('./place-panel.tsx'))

/** The place of every page. The tree is asked for only when one is chosen or looked for. */
export function PlaceControl() {
  const say = useSay()
  const me = useMe()
  const moment = useMoment()
  const { places } = useApp().places(timeOf(moment), moment.node !== undefined)
  const chosen = places?.find((place) => place.id === moment.node || place.code === moment.node)
  const missing = places ? words.notThere : words.unknown
  const name = moment.node ? (chosen?.name ?? say(missing)) : say(ownPlace(me))
  return (
    <Disclosure
      className="control"
      label={
        <>
          <span className="control-label">{say(words.control)}</span> <span>{name}</span>
        </>
      }
    >
      {(close) => (
        <Suspense fallback={<Bones lines={4} />}>
          <PlacePanel close={close} />
        </Suspense>
      )}
    </Disclosure>
  )
}
