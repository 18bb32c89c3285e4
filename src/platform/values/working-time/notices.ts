import type { HolidayNotice } from './notice.ts'
import { notices2017To2021 } from './notices-2017-2021.ts'
import { notices2022To2026 } from './notices-2022-2026.ts'

/** Every notice of the General Office of the State Council for 2017 to 2026, in the order in which they were issued. */
export const officialNotices: readonly HolidayNotice[] = [...notices2017To2021, ...notices2022To2026]
