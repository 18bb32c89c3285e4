import type { Area } from '../platform/area.ts'
import { organisationArea } from '../areas/organisation/index.ts'
import { enterpriseArea } from '../areas/enterprise/index.ts'
import { peopleArea } from '../areas/people/index.ts'

/** The areas of the program: deleting one is deleting its folder and its line here. */
export const areas: readonly Area[] = [organisationArea, peopleArea, enterpriseArea]
