import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { wholeOffice } from '../../../platform/records/whole-office.ts'
import { staffingStandardType } from '../records.ts'

/** The standard is one for the whole office. */
export const staffingStandardBehaviour: RecordBehaviour = {
  type: staffingStandardType,
  ...wholeOffice,
  rules: [],
}
