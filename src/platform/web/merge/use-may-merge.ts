import type { RecordType } from '../../records/record-type.ts'
import { useMe } from '../session/me.ts'

/** Whether records of this type may be merged, and by who is signed in. */
export function useMayMerge(type: RecordType): boolean {
  const { permissions } = useMe()
  return (
    type.mergeable !== undefined &&
    ['records.correct', type.permissions.correct].every((need) => permissions.includes(need))
  )
}
