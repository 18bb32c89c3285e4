import { workingCalendar } from '../../../../platform/values/working-time/calendar.ts'
import { officialNotices } from '../../../../platform/values/working-time/notices.ts'

/** The official calendar by which requests are measured; where a notice comes or changes, every clock is another at once. */
export const officialCalendar = workingCalendar(officialNotices)
