import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { wholeOffice } from '../../../platform/records/whole-office.ts'
import { driveType } from '../records.ts'
import { driveRules } from '../rules/drive-rules.ts'

/** A drive is the whole office's; what is on its list lies where each company does. */
export const driveBehaviour: RecordBehaviour = { type: driveType, ...wholeOffice, rules: driveRules }
