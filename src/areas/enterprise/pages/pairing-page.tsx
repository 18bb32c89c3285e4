import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useSay } from '../../../platform/web/language/use-say.ts'
import { dayOf } from '../../../platform/web/moment/moment.ts'
import { asOfText } from '../../../platform/web/moment/moment-words.ts'
import { useMoment } from '../../../platform/web/moment/use-moment.ts'
import { Loaded } from '../../../platform/web/pieces/loaded.tsx'
import { PageHead } from '../../../platform/web/pieces/page-head.tsx'
import { companyType } from '../records.ts'
import { CompanyList } from './company-list.tsx'
import { NewRecordLink } from './new-record-link.tsx'
import { OfficersTable } from './officers-table.tsx'
import { PairingFigures } from './pairing-figures.tsx'
import type { PairingSearch } from './pairing-search.ts'
import { server } from './server.ts'
import { pairingWords as words, sharedWords } from './words-zones.ts'
import './zones.css'

const route = getRouteApi('/work/enterprise/pairing')

/** Which companies have nobody, who is paired with how many, and when anybody was last in touch. */
export function PairingPage() {
  const say = useSay()
  const moment = useMoment()
  const navigate = useNavigate()
  const { zone, which }: PairingSearch = route.useSearch()
  const change = (changes: PairingSearch) =>
    void navigate({ to: '.', search: (old: object) => ({ ...old, ...changes }), replace: true })
  const pairing = useQuery(
    server.enterprise.pairing.queryOptions({
      input: { ...dayOf(moment), ...(zone ? { zone } : {}) },
      placeholderData: keepPreviousData,
      staleTime: 60_000,
    }),
  )
  return (
    <>
      <PageHead title={say(sharedWords.pairing)} line={say(asOfText(moment.asOf))} paper="A4 landscape" />
      <Loaded query={pairing} lines={12}>
        {({ zones, companies, nobody, officers, unseen }) => (
          <>
            <div className="row screen-only">
              <label>
                {say(sharedWords.zone)}{' '}
                <select
                  className="select"
                  value={zone ?? ''}
                  onChange={(event) => change({ zone: event.target.value || undefined })}
                >
                  <option value="">{say(words.everyZone)}</option>
                  {zones.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                  <option value="none">{say(sharedWords.noZone)}</option>
                </select>
              </label>
              <label>
                {say(words.which)}{' '}
                <select
                  className="select"
                  value={which ?? ''}
                  onChange={(event) => change({ which: event.target.value === 'all' ? 'all' : undefined })}
                >
                  <option value="">{say(words.onlyNobody)}</option>
                  <option value="all">{say(words.all)}</option>
                </select>
              </label>
            </div>
            {zone ? (
              <p className="print-only">
                {say(sharedWords.zone)} {zones.find(({ id }) => id === zone)?.name ?? say(sharedWords.noZone)}
              </p>
            ) : null}
            {companies === 0 ? (
              <div className="empty">
                <p>{say(words.noCompanies)}</p>
                <NewRecordLink type={companyType} words={words.addCompany} />
              </div>
            ) : (
              <>
                <p>{say(words.listed(companies, nobody))}</p>
                {zone ? null : <PairingFigures />}
                <CompanyList zone={zone} which={which ?? 'nobody'} />
                <OfficersTable officers={officers} unseen={unseen} />
              </>
            )}
          </>
        )}
      </Loaded>
    </>
  )
}
