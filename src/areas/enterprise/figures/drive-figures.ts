import { type Figure, percent, share, stock } from '../../../platform/figures/figure.ts'
import type { Text } from '../../../platform/text.ts'
import { companies, distinctCompanies, service } from './company-figures.ts'
import { type DriveList, openCensuses, organisedRows, qualifyingRows, workedRows } from './drive-rows.ts'

const drive = { ...service, theme: { zh: '两个覆盖攻坚', en: 'Coverage drive' } }
const counted = { ...drive, unit: companies, measure: distinctCompanies }

const lists: Readonly<Record<DriveList, Text>> = {
  today: { zh: '当日名单', en: 'day’s list' },
  opening: { zh: '启动名单', en: 'opening list' },
}

function coverageOn(list: DriveList): readonly Figure[] {
  const of = lists[list]
  const every = stock({
    ...counted,
    id: `enterprise.drive_${list}`,
    label: { zh: `“三有”企业（${of.zh}）`, en: `Three-have companies (${of.en})` },
    rows: qualifyingRows(list),
    apart: true,
  })
  const organised = stock({
    ...counted,
    id: `enterprise.drive_${list}_organised`,
    label: { zh: `党组织覆盖的“三有”企业（${of.zh}）`, en: `Covered by an organisation (${of.en})` },
    rows: organisedRows(list),
    apart: true,
  })
  const worked = stock({
    ...counted,
    id: `enterprise.drive_${list}_worked`,
    label: { zh: `党的工作覆盖的“三有”企业（${of.zh}）`, en: `Covered by Party work (${of.en})` },
    rows: workedRows(list),
    apart: true,
  })
  return [
    share({
      ...drive,
      id: `enterprise.drive_${list}_coverage`,
      label: { zh: `党组织覆盖率（${of.zh}）`, en: `Organisational coverage (${of.en})` },
      unit: percent,
      decimals: 1,
      numerator: organised,
      denominator: every,
      ...(list === 'today' ? {} : { apart: true }),
      remark: {
        zh: '只有分子等于分母、且摸底已结束，才可以写“全覆盖”。',
        en: 'Full coverage may be said only when both counts are equal and the census is closed.',
      },
    }),
    share({
      ...drive,
      id: `enterprise.drive_${list}_work_coverage`,
      label: { zh: `党的工作覆盖率（${of.zh}）`, en: `Work coverage (${of.en})` },
      unit: percent,
      decimals: 1,
      numerator: worked,
      denominator: every,
      ...(list === 'today' ? {} : { apart: true }),
    }),
    every,
    organised,
    worked,
  ]
}

export const driveFigures: readonly Figure[] = [
  ...coverageOn('today'),
  ...coverageOn('opening'),
  stock({
    ...drive,
    id: 'enterprise.drives_with_open_census',
    label: { zh: '摸底没有结束的攻坚行动', en: 'Drives with an open census' },
    unit: { zh: '项', en: 'drives' },
    rows: openCensuses,
    measure: { by: 'count' },
    apart: true,
  }),
]
