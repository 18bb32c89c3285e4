/** Why an act goes ahead against a rule that allows it with a reason. */
export type Override = { rule: string; reason: string; documentNo?: string; approver?: string }
