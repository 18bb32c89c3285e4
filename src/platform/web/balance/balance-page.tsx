import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useSay } from '../language/use-say.ts'
import { questionOf } from '../moment/moment.ts'
import { periodText } from '../moment/moment-words.ts'
import { useMoment } from '../moment/use-moment.ts'
import { Loaded } from '../pieces/loaded.tsx'
import { PageHead } from '../pieces/page-head.tsx'
import { server } from '../rpc/server.ts'
import { balanceRoute, type BalanceSearch } from './balance-route.ts'
import { BalanceSheetTable } from './balance-sheet-table.tsx'
import { balanceWords as words } from './words.ts'
import './balance.css'

/** What there was, what came, what went, what there is: over a period, at a node, of every kind or of one. */
export function BalancePage() {
  const say = useSay()
  const moment = useMoment()
  const navigate = useNavigate()
  const { balance } = balanceRoute.useParams()
  const { along = 'place', line, kind } = balanceRoute.useSearch()
  const { asOf: _asOf, node: place, ...question } = questionOf(moment)
  const node = along === 'line' ? line : place
  const sheet = useQuery(
    server.figures.balance.queryOptions({
      input: {
        ...question,
        balance,
        along,
        period: moment.period,
        ...(node ? { node } : {}),
        ...(kind ? { kind } : {}),
      },
      placeholderData: keepPreviousData,
    }),
  )
  const change = (changes: BalanceSearch) =>
    void navigate({ to: '.', search: (old: object) => ({ ...old, ...changes }), replace: true })
  return (
    <Loaded query={sheet} lines={12}>
      {(data) => (
        <>
          <PageHead
            title={say(data.label)}
            line={[
              data.closing.question.node.name,
              say(periodText(moment.period)),
              say(data.closing.question.kind?.label ?? words.everyKind),
            ].join(' · ')}
            paper="A4 portrait"
          >
            <label className="row">
              {say(words.along)}
              <select
                className="select"
                value={along}
                onChange={(event) => change({ along: event.target.value === 'line' ? 'line' : undefined })}
              >
                <option value="place">{say(words.byPlace)}</option>
                <option value="line">{say(words.byLine)}</option>
              </select>
            </label>
            <label className="row">
              {say(words.kind)}
              <select
                className="select"
                value={kind ?? ''}
                onChange={(event) => change({ kind: event.target.value || undefined })}
              >
                <option value="">{say(words.everyKind)}</option>
                {data.kinds.map(({ code, label }) => (
                  <option key={code} value={code}>
                    {say(label)}
                  </option>
                ))}
              </select>
            </label>
          </PageHead>
          <BalanceSheetTable sheet={data} />
        </>
      )}
    </Loaded>
  )
}
