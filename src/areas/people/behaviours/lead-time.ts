import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { leadTimeType } from '../records.ts'
import { staffingStandardBehaviour } from './staffing-standard.ts'

/** As the staffing standard, one for the whole office. */
export const leadTimeBehaviour: RecordBehaviour = { ...staffingStandardBehaviour, type: leadTimeType }
