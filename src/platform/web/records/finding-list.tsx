import { Link } from '@tanstack/react-router'
import type { FindingView } from '../../records/contract.ts'
import { useSay } from '../language/use-say.ts'
import { recordWords as words } from './words.ts'

/** Findings with the article that they rest on. Red is for what breaks a rule, never for a reminder. */
export function FindingList({ findings, links }: { findings: readonly FindingView[]; links?: boolean }) {
  const say = useSay()
  return (
    <ul className="finding">
      {findings.map((finding, index) => (
        <li key={`${finding.rule}-${finding.record.id}-${index}`}>
          <p>
            <span className={`tag ${tint(finding.weight)}`}>{say(words.weights[finding.weight])}</span>{' '}
            <strong>{say(finding.name)}</strong>{' '}
            {links ? (
              <Link to="/records/$type/$id" params={{ type: finding.record.type, id: finding.record.id }}>
                {finding.record.title}
              </Link>
            ) : null}
          </p>
          <p>{say(finding.message)}</p>
          <p className="help">{say(words.basis(finding.basis))}</p>
        </li>
      ))}
    </ul>
  )
}

function tint(weight: FindingView['weight']): string {
  return weight === 'statutory' || weight === 'block' ? 'broken' : weight === 'warn' ? 'past' : ''
}
