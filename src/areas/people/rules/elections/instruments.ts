import type { RuleSource } from '../../../../platform/rules/rule.ts'
import { type Text, text } from '../../../../platform/text.ts'
import { type Spell, spell } from '../../../../platform/values/spell.ts'

/** What governs organisations, elections and terms, each with the days on which it was in force. */
export const instruments = {
  party1990: {
    name: text(
      '《中国共产党基层组织选举工作暂行条例》（1990年）',
      'Interim regulations on elections of primary Party organisations (1990)',
    ),
    inForce: spell('1990-01-01', '2020-07-13'),
  },
  party2020: {
    name: text(
      '《中国共产党基层组织选举工作条例》（2020年）',
      'Regulations on elections of primary Party organisations (2020)',
    ),
    inForce: spell('2020-07-13', null),
  },
  branch2018: {
    name: text(
      '《中国共产党支部工作条例（试行）》（2018年）',
      'Regulations on the work of Party branches (trial, 2018)',
    ),
    inForce: spell('2018-10-28', null),
  },
  terms2018: {
    name: text(
      '中共中央办公厅《关于党的基层组织任期的意见》（2018年）',
      'Opinions on the terms of primary Party organisations (General Office of the Central Committee, 2018)',
    ),
    inForce: spell('2018-07-12', null),
  },
  residents2018: {
    name: text(
      '《城市居民委员会组织法》（2018年修正）',
      'Organic Law of Urban Residents’ Committees (as amended in 2018)',
    ),
    inForce: spell('2018-12-29', '2026-01-01'),
  },
  residents2025: {
    name: text(
      '《城市居民委员会组织法》（2025年修订）',
      'Organic Law of Urban Residents’ Committees (as revised in 2025)',
    ),
    inForce: spell('2026-01-01', null),
  },
} as const satisfies Record<string, { readonly name: Text; readonly inForce: Spell }>
export type Instrument = keyof typeof instruments

/** Where a rule is read, and how well: spread into a rule. */
export type Basis = { readonly basis: Text; readonly source: RuleSource }

const reservations = {
  statute: text('', ''),
  instrument: text('', ''),
  secondary: text(
    '（据二手资料，未核对原文条款）',
    ' (from secondary accounts; the article itself was not read)',
  ),
  practice: text('（工作惯例）', ' (by practice)'),
} as const satisfies Record<RuleSource, Text>

/** Cites what an instrument says; a reading at second hand says so in its own words. */
export function cite(instrument: Instrument, source: RuleSource, what: Text): Basis {
  const { name } = instruments[instrument]
  const reservation = reservations[source]
  return {
    basis: text(`${name.zh}：${what.zh}${reservation.zh}`, `${name.en}: ${what.en}${reservation.en}`),
    source,
  }
}

/** A basis without an instrument: common practice, or what every count obeys. */
export function byPractice(what: Text): Basis {
  return {
    basis: text(`${what.zh}${reservations.practice.zh}`, `${what.en}${reservations.practice.en}`),
    source: 'practice',
  }
}

/** For rules that no instrument dates. */
export const always: Spell = spell('1949-10-01', null)
