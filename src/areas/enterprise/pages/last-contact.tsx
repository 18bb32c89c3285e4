import { useSay } from '../../../platform/web/language/use-say.ts'
import { RecordLink } from '../../../platform/web/records/record-link.tsx'
import { contactType } from '../records.ts'
import { contactWays } from '../terms.ts'
import type { ShownCompany } from '../zone-contract.ts'
import { pairingWords as words } from './words-zones.ts'

/** When anybody was last in touch, so that a company is not visited twice. */
export function LastContact({ of: { lastContact } }: { of: Pick<ShownCompany, 'lastContact'> }) {
  const say = useSay()
  if (!lastContact) return <span className="help">{say(words.noContact)}</span>
  return (
    <RecordLink type={contactType.id} id={lastContact.id}>
      {lastContact.on} {say(contactWays[lastContact.way])}
    </RecordLink>
  )
}
