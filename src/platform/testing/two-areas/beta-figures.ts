import {
  difference,
  flow,
  mean,
  type Percent,
  percent,
  percentile,
  ratio,
  share,
  stock,
} from '../../figures/figure.ts'
import { text } from '../../text.ts'
import { holders } from './alpha.ts'
import { holdersWithPayment, paymentsMade, paymentsStanding, paymentsTakenBack } from './beta-rows.ts'

const base = { version: 1, theme: text('乙', 'Beta'), decimals: 0 }
const yuan = { unit: text('元', 'yuan'), decimals: 2 }
const amounts = { by: 'sum', of: text('金额', 'amount'), scale: 2 } as const

export const standing = stock({
  ...base,
  ...yuan,
  id: 'beta.standing',
  label: text('未收回金额', 'Amount standing'),
  rows: paymentsStanding,
  measure: amounts,
})
const holdersPaying = stock({
  ...base,
  id: 'beta.holders_with_payment',
  label: text('有款项的持有人', 'Holders with a payment'),
  unit: text('个', 'holders'),
  rows: holdersWithPayment,
  measure: { by: 'distinct', of: text('持有人', 'holders') },
})
export const made = flow({
  ...base,
  id: 'beta.made',
  label: text('支付笔数', 'Payments made'),
  unit: text('笔', 'payments'),
  rows: paymentsMade,
  measure: { by: 'count' },
})
export const paid = flow({
  ...base,
  ...yuan,
  id: 'beta.paid',
  label: text('支付金额', 'Amount paid'),
  rows: paymentsMade,
  measure: amounts,
})
const takenBack = flow({
  ...base,
  ...yuan,
  id: 'beta.taken_back',
  label: text('收回金额', 'Amount taken back'),
  rows: paymentsTakenBack,
  measure: amounts,
})
export const holdersPaid = flow({
  ...base,
  id: 'beta.holders_paid',
  label: text('获得支付的持有人', 'Holders paid'),
  unit: text('个', 'holders'),
  rows: paymentsMade,
  measure: { by: 'distinct', of: text('持有人', 'holders') },
})
const meanPayment = mean({
  ...base,
  ...yuan,
  id: 'beta.mean_payment',
  label: text('平均每笔支付', 'Mean payment'),
  rows: paymentsMade,
  amount: text('金额', 'amount'),
  scale: 2,
})
const ranked = (percent: Percent) => ({
  ...base,
  ...yuan,
  label: text(`款项的第${percent}百分位数`, `Payments: ${percent}th percentile`),
  amount: text('金额', 'amount'),
  scale: 2,
  percent,
})
const medianPayment = percentile({ ...ranked(50), id: 'beta.median_payment', rows: paymentsMade })
const highPayment = percentile({ ...ranked(90), id: 'beta.high_payment', rows: paymentsMade })
const medianStanding = percentile({ ...ranked(50), id: 'beta.median_standing', rows: paymentsStanding })
const highStanding = percentile({ ...ranked(90), id: 'beta.high_standing', rows: paymentsStanding })
/** Of fewer than three payments there is neither mean nor percentile. */
const meanOfThree = mean({ ...meanPayment, id: 'beta.mean_of_three', leastCases: 3 })
const lowOfThree = percentile({ ...ranked(25), id: 'beta.low_of_three', rows: paymentsMade, leastCases: 3 })
const net = difference({
  ...base,
  ...yuan,
  id: 'beta.net',
  label: text('净支付', 'Net paid'),
  minuend: paid,
  subtrahend: takenBack,
})
/** In whole yuan: its inputs carry fen, and are not rounded before they are subtracted. */
const netWhole = difference({
  ...base,
  id: 'beta.net_whole',
  label: text('净支付（整元）', 'Net paid in whole yuan'),
  unit: text('元', 'yuan'),
  minuend: { ...paid, id: 'beta.paid_whole', decimals: 0 },
  subtrahend: { ...takenBack, id: 'beta.taken_back_whole', decimals: 0 },
})
const paymentsPerHolder = ratio({
  ...base,
  id: 'beta.payments_per_holder',
  label: text('支付笔数与持有人之比', 'Payments to holders'),
  unit: percent,
  decimals: 1,
  numerator: made,
  denominator: holders,
  remark: text('可以超过100%。', 'It may exceed 100 %.'),
})
const shareWithPayment = share({
  ...base,
  id: 'beta.share_with_payment',
  label: text('有款项的持有人占比', 'Share of holders with a payment'),
  unit: percent,
  decimals: 1,
  numerator: holdersPaying,
  denominator: holders,
})
/** Over keys that count once: three payments of two holders are two cases. */
const paymentsPerHolderPaid = ratio({
  ...base,
  id: 'beta.payments_per_holder_paid',
  label: text('每个获付持有人的支付笔数', 'Payments to holders paid'),
  unit: percent,
  decimals: 1,
  numerator: made,
  denominator: holdersPaid,
  leastCases: 3,
})
const shareOfThree = share({ ...shareWithPayment, id: 'beta.share_of_three', leastCases: 3 })

export const betaFigures = [
  standing,
  holdersPaying,
  made,
  paid,
  takenBack,
  holdersPaid,
  meanPayment,
  meanOfThree,
  medianPayment,
  highPayment,
  lowOfThree,
  medianStanding,
  highStanding,
  net,
  netWhole,
  paymentsPerHolder,
  shareWithPayment,
  paymentsPerHolderPaid,
  shareOfThree,
]
