import type { Finding } from '../rules/judge.ts'
import type { FindingView } from './contract.ts'

export function findingView({ rule, name, weight, judges, message, basis, record }: Finding): FindingView {
  return {
    rule,
    name,
    weight,
    judges,
    message,
    basis,
    record: { type: record.type, id: record.id, title: record.name ?? '' },
  }
}
