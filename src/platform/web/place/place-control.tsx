import { lazy, Suspense } from 'react'
import { useSay } from '../language/use-say.ts'
import { Bones } from '../pieces/bones.tsx'
import { Disclosure } from '../pieces/disclosure.tsx'
import { useChosen } from './use-chosen.ts'

const PlacePanel = lazy(() => import('./place-panel.tsx'))

/** What every page is narrowed to: a place, or on the pages that can be asked so a node of the other tree. */
export function PlaceControl() {
  const say = useSay()
  const { label, name } = useChosen()
  return (
    <Disclosure
      className="control"
      label={
        <>
          <span className="control-label">{say(label)}</span> <span>{name}</span>
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
