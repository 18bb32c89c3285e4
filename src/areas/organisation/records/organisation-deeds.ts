import type { RecordDeed } from '../../../platform/records/record-type.ts'

/** What several organisations go through together on a day (domain S3). */
export const organisationDeeds: readonly RecordDeed[] = [
  {
    kind: 'merge',
    label: { zh: '合并', en: 'Merge' },
    help: {
      zh: '两个以上组织合并，成立一个新组织，原组织终止。',
      en: 'Two or more organisations end, and one new organisation begins in their stead.',
    },
    ending: { act: 'merged', least: 2, label: { zh: '合并的组织', en: 'Organisations merged' } },
    beginning: {
      act: 'founded_by_merger',
      least: 1,
      most: 1,
      label: { zh: '合并成立的组织', en: 'Organisation formed' },
    },
  },
  {
    kind: 'absorb',
    label: { zh: '归并', en: 'Absorb' },
    help: {
      zh: '一个或几个组织并入另一个继续存在的组织。',
      en: 'One or more organisations end and go into another, which goes on.',
    },
    ending: { act: 'absorbed', least: 1, label: { zh: '被归并的组织', en: 'Organisations absorbed' } },
    lasting: {
      act: 'took_in',
      as: 'successor',
      least: 1,
      most: 1,
      label: { zh: '接收的组织', en: 'Organisation that takes them in' },
    },
  },
  {
    kind: 'split',
    label: { zh: '分设（原组织终止）', en: 'Split up' },
    help: {
      zh: '一个组织终止，分设为两个以上新组织；下级组织和覆盖单位须逐一确定归属。',
      en: 'One organisation ends and two or more begin. Everything that hung on it is assigned to one of them.',
    },
    ending: { act: 'split', least: 1, most: 1, label: { zh: '分设的组织', en: 'Organisation split' } },
    beginning: {
      act: 'founded_by_split',
      least: 2,
      label: { zh: '分设成立的组织', en: 'Organisations formed' },
    },
  },
  {
    kind: 'divide',
    label: { zh: '分设（原组织保留）', en: 'Split off' },
    help: {
      zh: '原组织继续存在，从中分出新组织。',
      en: 'The organisation goes on, and others are formed out of it.',
    },
    lasting: {
      act: 'divided',
      as: 'predecessor',
      least: 1,
      most: 1,
      label: { zh: '保留的组织', en: 'Organisation that goes on' },
    },
    beginning: {
      act: 'founded_by_split',
      least: 1,
      label: { zh: '分出的组织', en: 'Organisations formed' },
    },
  },
  {
    kind: 'dissolve',
    label: { zh: '撤销并安排去向', en: 'Dissolve and hand over' },
    help: {
      zh: '撤销一个或几个组织，并为其下级组织、覆盖单位等逐一安排去向。',
      en: 'One or more organisations end, and everything that hangs on them goes where you say.',
    },
    ending: { act: 'dissolved', least: 1, label: { zh: '撤销的组织', en: 'Organisations dissolved' } },
  },
]
