import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { scopeAlone } from '../../../platform/records/scope-alone.ts'
import { targetFacts } from '../queries/target-facts.ts'
import { targetType } from '../records.ts'
import { type TargetFacts, targetRules } from '../rules/target-rules.ts'
import { withCompany } from './company.ts'

export const targetBehaviour: RecordBehaviour<TargetFacts> = {
  ...withCompany,
  type: targetType,
  rules: targetRules,
  facts: targetFacts,
  hooks: (writer) => ({
    ...withCompany.hooks(writer),
    eventColumns: (event, segment) => ({ ...scopeAlone(segment), leaving: event.sets['leaving'] ?? null }),
  }),
}
