import { useState } from 'react'
import type { FindingView } from '../../records/contract.ts'
import { useSay } from '../language/use-say.ts'
import type { Problem } from '../rpc/problem.ts'
import { LabelledInput } from '../session/labelled-input.tsx'
import { FindingList } from './finding-list.tsx'
import { findingsIn } from './findings-in.ts'
import { formWords as words } from './form-words.ts'
import type { Override } from './override.ts'

type Given = { reason: string; documentNo: string; approver: string }

/** The findings that refused an act, and the override where their weight allows one. */
export function RuleProblem(props: {
  problem: Problem
  onOverride: (overrides: readonly Override[]) => void
}) {
  const say = useSay()
  const [given, setGiven] = useState<Given>({ reason: '', documentNo: '', approver: '' })
  const [tried, setTried] = useState(false)
  const findings = findingsIn(props.problem.details)
  const refusing = findings.filter((finding) => finding.weight !== 'inform')
  const statutory = refusing.some((finding) => finding.weight === 'statutory')
  const blocks = refusing.some((finding) => finding.weight === 'block')
  const missing = (key: keyof Given) => given[key].trim().length < 2
  const incomplete = missing('reason') || (blocks && (missing('documentNo') || missing('approver')))

  const input = (key: keyof Given, label: string) => (
    <LabelledInput
      label={label}
      value={given[key]}
      onChange={(event) => setGiven({ ...given, [key]: event.target.value })}
      // Enter would send the form around it, which the rule has just refused.
      onKeyDown={(event) => (event.key === 'Enter' ? event.preventDefault() : undefined)}
      error={tried && missing(key) ? say(words.required(label)) : undefined}
    />
  )
  return (
    <div className="note problem" role="alert">
      <h3>{say(words.ruleTitle)}</h3>
      <p>{say(props.problem.words)}</p>
      <FindingList findings={findings} />
      {statutory || refusing.length === 0 ? (
        <p>{statutory ? say(words.ruleStatutory) : null}</p>
      ) : (
        <>
          <p>{say(words.ruleOverride)}</p>
          {input('reason', say(words.overrideReason))}
          {blocks ? input('documentNo', say(words.overrideDocument)) : null}
          {blocks ? input('approver', say(words.overrideApprover)) : null}
          <button
            type="button"
            className="button"
            onClick={() => {
              setTried(true)
              if (!incomplete) props.onOverride(refusing.map((finding) => overrideOf(finding, given)))
            }}
          >
            {say(words.overrideSave)}
          </button>
        </>
      )}
    </div>
  )
}

function overrideOf(finding: FindingView, given: Given): Override {
  return {
    rule: finding.rule,
    reason: given.reason.trim(),
    ...(finding.weight === 'block'
      ? { documentNo: given.documentNo.trim(), approver: given.approver.trim() }
      : {}),
  }
}
