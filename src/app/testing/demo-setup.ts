import { keepDemoData } from './demo-data.ts'

/** One demo for all test files of a run that ask for one. */
export default function setup(): () => void {
  return keepDemoData()
}
