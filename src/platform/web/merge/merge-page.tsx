import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { RecordType } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { timeOf } from '../moment/moment.ts'
import { useMoment } from '../moment/use-moment.ts'
import { AntdFrame } from '../pieces/antd-frame.tsx'
import { Loaded } from '../pieces/loaded.tsx'
import { PageHead } from '../pieces/page-head.tsx'
import { NotInThePast } from '../records/not-in-the-past.tsx'
import { ReferencePicker } from '../records/reference-picker.tsx'
import { WithType } from '../records/with-type.tsx'
import { server } from '../rpc/server.ts'
import { MergeForm } from './merge-form.tsx'
import { type MergeSearch, mergeRoute } from './merge-routes.ts'
import { mergeWords as words } from './words.ts'
import '../records/form.css'
import '../records/records.css'
import '../deeds/deeds.css'
import './merge.css'

/** Two records that turn out to be one: which stays, what of each, what hangs on them, and what it would do. */
export function MergePage() {
  const { type } = mergeRoute.useParams()
  const { knownAt } = useMoment()
  if (knownAt !== undefined) return <NotInThePast />
  return <WithType id={type}>{(declared) => <Page type={declared} />}</WithType>
}

function Page({ type }: { type: RecordType }) {
  const say = useSay()
  const { kept, given } = mergeRoute.useSearch()
  return (
    <>
      <PageHead title={say(words.title(type))} line={say(words.line)} paper="A4 portrait" />
      {kept && given && kept !== given ? (
        <Both key={`${kept} ${given}`} type={type} kept={kept} given={given} />
      ) : (
        <Choose type={type} />
      )}
    </>
  )
}

function Choose({ type }: { type: RecordType }) {
  const say = useSay()
  const navigate = useNavigate()
  const search = mergeRoute.useSearch()
  const put = (some: MergeSearch) =>
    void navigate({
      to: '/records/$type/merge',
      params: { type: type.id },
      search: (old: object) => ({ ...old, ...some }),
    })
  return (
    <AntdFrame>
      <section className="section" aria-labelledby="choose">
        <h2 id="choose">{say(words.choose)}</h2>
        <div className="deed-fields">
          {(['kept', 'given'] as const).map((side) => (
            <div key={side}>
              <p>{say(words[side])}</p>
              <ReferencePicker
                label={say(words[side])}
                to={type.id}
                value={search[side] ?? null}
                onChange={(id) => put({ [side]: id ?? undefined })}
                clearable
              />
            </div>
          ))}
        </div>
      </section>
    </AntdFrame>
  )
}

/** Both as they stand now: what is merged is what was seen here. */
function Both({ type, kept, given }: { type: RecordType; kept: string; given: string }) {
  const client = useQueryClient()
  const { asOf } = timeOf(useMoment())
  const [looked, setLooked] = useState(0)
  const both = useQuery({
    queryKey: ['merge', type.id, kept, given, asOf, looked],
    queryFn: async () => {
      const [one, other] = await Promise.all(
        [kept, given].map((id) => server.records.get.call({ type: type.id, id, asOf })),
      )
      if (!one || !other) throw new Error('a record was asked for and not answered')
      return { kept: one, given: other }
    },
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const again = () => {
    client.removeQueries({ queryKey: ['merge preview'] })
    setLooked(looked + 1)
  }
  return (
    <Loaded query={both} lines={10}>
      {(data) => <MergeForm key={looked} type={type} {...data} asOf={asOf} onAgain={again} />}
    </Loaded>
  )
}
