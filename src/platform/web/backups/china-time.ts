const shown = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** A moment as the office's clock shows it, year first, to the minute. */
export const chinaTime = (moment: string): string => shown.format(new Date(moment))
