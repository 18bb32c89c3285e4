import { text } from '../../../../platform/text.ts'

/** Why a submission is neither declined nor taken up again. */
export const alreadyTakenUp = (request: string) =>
  text(`这份网上诉求单已经受理，受理编号${request}。`, `It was taken up already, as request ${request}.`)
