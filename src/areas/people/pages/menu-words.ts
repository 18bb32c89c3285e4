import { text } from '../../../platform/text.ts'

/** What the menu calls the area and its pages, apart from their other words: whoever signs in does not load those. */
export const menuWords = {
  area: text('人员', 'People'),
  committee: text('社区班子', 'Community committees'),
  staffing: text('社区力量配备', 'Staffing of communities'),
  terms: text('届满和换届', 'Terms and elections'),
  guide: text('按步骤办理', 'Step by step'),
}
