export const people = { zh: '人', en: 'people' }
export const distinctPeople = { by: 'distinct', of: { zh: '人员', en: 'people' } } as const
