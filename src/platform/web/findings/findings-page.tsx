import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { FindingView } from '../../records/contract.ts'
import { useSay } from '../language/use-say.ts'
import { dayOf } from '../moment/moment.ts'
import { asOfText } from '../moment/moment-words.ts'
import { useMoment } from '../moment/use-moment.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { Loaded } from '../pieces/loaded.tsx'
import { PageHead } from '../pieces/page-head.tsx'
import { recordWords } from '../records/words.ts'
import { server } from '../rpc/server.ts'
import { findingsWords as words } from './words.ts'

const order = ['statutory', 'block', 'warn', 'inform'] as const

/** What breaks a rule in a place on a day, the gravest first, each with the article it rests on. */
export function FindingsPage() {
  const say = useSay()
  const moment = useMoment()
  const findings = useQuery(
    server.records.findings.queryOptions({ input: dayOf(moment), placeholderData: keepPreviousData }),
  )
  const count = findings.data ? say(words.count(findings.data.findings.length)) : ''
  return (
    <>
      <PageHead
        title={say(words.title)}
        line={[say(asOfText(moment.asOf)), count].filter(Boolean).join(' · ')}
        paper="A4 landscape"
      />
      <Loaded query={findings}>
        {(data) =>
          data.findings.length === 0 ? (
            <p className="empty">{say(words.none)}</p>
          ) : (
            <>
              {byRule(data.findings).map(([rule, group]) => (
                <Rule key={rule} findings={group} />
              ))}
            </>
          )
        }
      </Loaded>
    </>
  )
}

function Rule({ findings }: { findings: readonly FindingView[] }) {
  const say = useSay()
  const [first] = findings
  if (!first) return null
  const grave = first.weight === 'statutory' || first.weight === 'block'
  return (
    <section className="section" aria-labelledby={`rule-${first.rule}`}>
      <h2 id={`rule-${first.rule}`}>
        <span className={grave ? 'tag broken' : first.weight === 'warn' ? 'tag past' : 'tag'}>
          {say(recordWords.weights[first.weight])}
        </span>{' '}
        {say(words.group(first.name, findings.length))}
      </h2>
      <p className="help">{say(recordWords.basis(first.basis))}</p>
      <DataTable
        caption={say(first.name)}
        rows={findings}
        rowKey={(finding, index) => `${finding.record.id}-${index}`}
        columns={[
          {
            key: 'record',
            heading: say({ zh: '记录', en: 'Record' }),
            cell: (finding) => (
              <Link to="/records/$type/$id" params={{ type: finding.record.type, id: finding.record.id }}>
                {finding.record.title}
              </Link>
            ),
          },
          { key: 'message', heading: say(words.title), cell: (finding) => say(finding.message) },
        ]}
      />
    </section>
  )
}

function byRule(findings: readonly FindingView[]): [string, FindingView[]][] {
  const rules = new Map<string, FindingView[]>()
  for (const finding of findings) rules.set(finding.rule, [...(rules.get(finding.rule) ?? []), finding])
  const weight = (group: readonly FindingView[]) => order.indexOf(group[0]?.weight ?? 'inform')
  return [...rules].sort(([, a], [, b]) => weight(a) - weight(b))
}
