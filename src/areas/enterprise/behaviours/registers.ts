import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { timelineOf } from '../../../platform/records/record-type.ts'
import { wholeOffice } from '../../../platform/records/whole-office.ts'
import { project } from '../../../platform/timeline/project.ts'
import { clockTime } from '../../../platform/values/working-time/minute.ts'
import { clockType, departmentType, officeHoursType } from '../records.ts'
import { hoursFault } from '../rules/requests/hours-fault.ts'

export const departmentBehaviour: RecordBehaviour = { type: departmentType, ...wholeOffice, rules: [] }
export const clockBehaviour: RecordBehaviour = { type: clockType, ...wholeOffice, rules: [] }

/** Sessions out of order, or half of one, are refused: nothing could be counted by them. */
export const officeHoursBehaviour: RecordBehaviour = {
  type: officeHoursType,
  ...wholeOffice,
  rules: [],
  clean: {
    morning_from: clockTime,
    morning_to: clockTime,
    afternoon_from: clockTime,
    afternoon_to: clockTime,
  },
  settled: async (_reader, wanted) =>
    new Map(
      wanted.flatMap(({ id, events }) => {
        const fault = hoursFault(project(timelineOf(officeHoursType), events))
        return fault ? [[id, fault] as const] : []
      }),
    ),
}
