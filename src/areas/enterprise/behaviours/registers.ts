import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { wholeOffice } from '../../../platform/records/whole-office.ts'
import { clockType, departmentType } from '../records.ts'

export const departmentBehaviour: RecordBehaviour = { type: departmentType, ...wholeOffice, rules: [] }
export const clockBehaviour: RecordBehaviour = { type: clockType, ...wholeOffice, rules: [] }
