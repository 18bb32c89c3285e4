import type { RecordJudgement } from '../../platform/records/behaviour.ts'
import { shellFacts } from './queries/shell-facts.ts'
import { perhapsShell, type ShellFacts } from './rules/shell-rule.ts'

const shells: RecordJudgement<ShellFacts> = {
  type: 'organisation.party_organisation',
  rules: [perhapsShell],
  facts: shellFacts,
}

/** What this area has to say of branches in companies, which know nothing of it. */
export const enterpriseJudges: readonly RecordJudgement[] = [shells]
