import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useSay } from '../../../platform/web/language/use-say.ts'
import { timeOf } from '../../../platform/web/moment/moment.ts'
import { asOfText } from '../../../platform/web/moment/moment-words.ts'
import { useMoment } from '../../../platform/web/moment/use-moment.ts'
import { Loaded } from '../../../platform/web/pieces/loaded.tsx'
import { PageHead } from '../../../platform/web/pieces/page-head.tsx'
import { useMe } from '../../../platform/web/session/me.ts'
import { companyType, pairingType, postingType } from '../records.ts'
import { postingKinds } from '../terms.ts'
import { CompanyActs } from './company-table.tsx'
import { ContactTable } from './contact-table.tsx'
import { LastContact } from './last-contact.tsx'
import { Names } from './names.tsx'
import { server } from './server.ts'
import { cardWords as words, pairingWords, sharedWords } from './words-zones.ts'
import './zones.css'

const route = getRouteApi('/work/enterprise/companies/$id')

/** One company: when anybody was last in touch, who is in charge, and what was talked about. */
export function CompanyPage() {
  const say = useSay()
  const moment = useMoment()
  const { permissions } = useMe()
  const { id } = route.useParams()
  const card = useQuery(
    server.enterprise.company.queryOptions({
      input: { id, ...timeOf(moment) },
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <Loaded query={card} lines={8}>
      {({ company, postings, contacts, contactCount }) => (
        <>
          <PageHead
            title={company.name}
            line={`${say(sharedWords.card)} · ${say(asOfText(moment.asOf))}`}
            paper="A4 portrait"
          >
            <CompanyActs company={company} />
            {permissions.includes('records.see') ? (
              <Link to="/records/$type/$id" params={{ type: companyType.id, id }} className="button">
                {say(words.record)}
              </Link>
            ) : null}
          </PageHead>
          <section className="section" aria-labelledby="in-charge">
            <h2 id="in-charge">{say(words.inCharge)}</h2>
            <dl className="facts">
              <div>
                <dt>{say(pairingWords.lastContact)}</dt>
                <dd>
                  <LastContact of={company} />
                </dd>
              </div>
              <div>
                <dt>{say(sharedWords.place)}</dt>
                <dd>{company.place.name}</dd>
              </div>
              <div>
                <dt>{say(sharedWords.zone)}</dt>
                <dd>{company.zone?.name ?? say(sharedWords.noZone)}</dd>
              </div>
              <div>
                <dt>{say(pairingWords.paired)}</dt>
                <dd>
                  {company.paired.length === 0 ? (
                    say(sharedWords.nobody)
                  ) : (
                    <Names of={company.paired} type={pairingType.id} />
                  )}
                </dd>
              </div>
              <div>
                <dt>{say(words.postings)}</dt>
                <dd>
                  {postings.length === 0
                    ? say(words.noPostings)
                    : postings.map((one) => (
                        <span key={one.id} className="cell-line">
                          {say(postingKinds[one.kind])} <Names of={[one]} type={postingType.id} />
                        </span>
                      ))}
                </dd>
              </div>
            </dl>
          </section>
          <section className="section" aria-labelledby="contacts">
            <h2 id="contacts">{say(words.contacts)}</h2>
            {contacts.length === 0 ? (
              <p className="empty">{say(words.noContacts)}</p>
            ) : (
              <>
                <p className="help">{say(pairingWords.spare)}</p>
                <ContactTable contacts={contacts} />
                {contactCount > contacts.length ? (
                  <p className="help">{say(words.newest(contacts.length, contactCount))}</p>
                ) : null}
              </>
            )}
          </section>
        </>
      )}
    </Loaded>
  )
}
