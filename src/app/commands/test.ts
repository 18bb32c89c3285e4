import { runTests } from '../../../tools/test.ts'
import type { Command } from './command.ts'

export const test: Command = runTests
