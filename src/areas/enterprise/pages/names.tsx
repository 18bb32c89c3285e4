import { Fragment } from 'react'
import { useSay } from '../../../platform/web/language/use-say.ts'
import { RecordLink } from '../../../platform/web/records/record-link.tsx'
import { sharedWords as words } from './words-zones.ts'

type InCharge = { readonly id: string; readonly person: { readonly name: string } | null }

/** Who is in charge, each as the way to the record that says so. */
export function Names({ of, type }: { of: readonly InCharge[]; type: string }) {
  const say = useSay()
  return of.map(({ id, person }, index) => (
    <Fragment key={id}>
      {index > 0 ? say(words.and) : null}
      <RecordLink type={type} id={id}>
        {person?.name ?? say(words.unseenPerson)}
      </RecordLink>
    </Fragment>
  ))
}
