import type { SheetLine } from '../../../platform/web/figure/use-sheet.ts'

const of = (...names: string[]): SheetLine[] => names.map((name) => ({ figure: `enterprise.${name}` }))

/** What the leading group reads: how things stand on a day, and what was done in a period. The two are two sheets. */
export const linesOnDay = of(
  'companies',
  'companies_above_scale',
  'drive_today_coverage',
  'drive_today_work_coverage',
  'zones',
  'zone_leaders',
  'people_paired',
  'members_paired',
  'pairing_coverage',
  'companies_with_nobody',
  'instructors',
  'joint_departments',
  'requests_open',
  'parts_overdue',
)
export const linesInPeriod = of(
  'companies_contacted',
  'contacts',
  'requests_received',
  'requests_closed',
  'completion_rate',
  'on_time_rate',
  'working_days_to_close_median',
  'working_days_to_close_90',
  'response_hours_median',
  'response_hours_90',
  'solving_hours_median',
  'solving_hours_90',
  'called_back_satisfied',
  'called_back_fairly',
  'called_back_not_satisfied',
  'call_back_rate',
  'satisfied_rate',
  'companies_with_problem_solved',
  'problems_solved',
  'improved_above_scale',
  'capital_assisted',
  'financing_assisted',
  'hiring_assisted',
  'trainings',
  'training_persons',
  'training_person_times',
)
