import { text } from '../../../platform/text.ts'

/** What the menu calls the area and its pages, apart from their other words: whoever signs in does not load those. */
export const menuWords = {
  area: text('组织体系', 'Organisation'),
  tree: text('四位一体', 'Four-in-one tree'),
  balance: text('增减平衡表', 'Balance sheet'),
}
