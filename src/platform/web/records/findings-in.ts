import type { FindingView } from '../../records/contract.ts'

const weights = ['statutory', 'block', 'warn', 'inform']

function isText(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
}

function isFinding(value: unknown): value is FindingView {
  if (typeof value !== 'object' || value === null) return false
  const finding = value as Partial<Record<keyof FindingView, unknown>>
  return (
    typeof finding.rule === 'string' &&
    weights.includes(String(finding.weight)) &&
    [finding.name, finding.message, finding.basis].every(isText)
  )
}

/** The findings that a refusal by rule carries in its details; what is not one is left out. */
export function findingsIn(details: Readonly<Record<string, unknown>>): FindingView[] {
  const findings = details['findings']
  return Array.isArray(findings) ? findings.filter(isFinding) : []
}
