import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Secret, TOTP } from 'otpauth'
import { unlink } from './unlink.ts'
import { detailsOf, openTown, said, type Town } from './testing/town.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(async () => {
  await town.close()
})
beforeEach(() => {
  Object.assign(town.provider, { says: {}, twist: null, down: false })
})

test('one person of the provider opens one account, and an account has one person there', async () => {
  const [who, second] = [await town.linked(), await town.someone()]
  const at = town.visitor()
  await at.signIn(second.username)
  const before = await town.eventCount()
  expect(said(await at.through('link', who.there))).toBe('CONFLICT')
  expect((await at.through('link', second.there)).status).toBe(200)
  expect(said(await at.through('link', `${second.there}-b`))).toBe('CONFLICT')
  expect(await town.newEvents(before)).toEqual([
    ['act', second.id, { what: 'provider linked', by: town.issuer }],
  ])
})

test('a link wants a proof anew, and an own password first', async () => {
  const who = await town.someone()
  const at = town.visitor()
  await at.signIn(who.username)
  await town.age(who.id, 11)
  const stale = await at.call('POST', '/single-sign-on/link/begin')
  expect([said(stale), detailsOf(stale)]).toEqual(['FORBIDDEN', { proveAgain: true, minutes: 10 }])
  expect((await at.call('POST', '/session/proof', { password: 'correct horse' })).status).toBe(200)
  const answer = await at.atProvider(await at.begin('link'), who.there)
  await town.age(who.id, 11)
  expect(said(await at.call('POST', '/single-sign-on/link', { answer }))).toBe('FORBIDDEN')
  // Nothing was used up: after the proof the same answer is taken.
  await at.call('POST', '/session/proof', { password: 'correct horse' })
  expect((await at.call('POST', '/single-sign-on/link', { answer })).status).toBe(200)
  const fresh = await town.someone({ mustChangePassword: true })
  await at.signIn(fresh.username)
  const refused = await at.call('POST', '/single-sign-on/link/begin')
  expect([said(refused), detailsOf(refused)]).toEqual(['FORBIDDEN', { mustChangePassword: true }])
})

test('a link wants the second factor that the office asks for', async () => {
  const who = await town.someone()
  const at = town.visitor()
  await at.signIn(who.username)
  const answer = await at.atProvider(await at.begin('link'), who.there)
  const ask = (of: string) =>
    town.shelf.database.pool.query(
      `insert into access.setting (office_id, second_factor) values (1, $1)
       on conflict (office_id) do update set second_factor = excluded.second_factor`,
      [of],
    )
  await ask('all')
  for (const refused of [
    await at.call('POST', '/single-sign-on/link/begin'),
    await at.call('POST', '/single-sign-on/link', { answer }),
  ])
    expect([said(refused), detailsOf(refused)]).toEqual(['FORBIDDEN', { secondFactorRequired: true }])
  await ask('nobody')
  expect((await at.call('POST', '/single-sign-on/link', { answer })).status).toBe(200)
})

test('what one account began links no other', async () => {
  const [who, second] = [await town.someone(), await town.someone()]
  const at = town.visitor()
  await at.signIn(who.username)
  const answer = await at.atProvider(await at.begin('link'), who.there)
  const begun = at.cookies().get('xiaoma_single_sign_on') ?? ''
  const theirs = town.visitor()
  await theirs.signIn(second.username)
  theirs.cookies().set('xiaoma_single_sign_on', begun)
  expect(said(await theirs.call('POST', '/single-sign-on/link', { answer }))).toBe('INVALID')
  expect((await theirs.call('GET', '/single-sign-on/link')).body).toMatchObject({ since: null })
})

test('a link is undone by its person or by the system administrator, which ends what it began', async () => {
  const [who, second, keeper] = [
    await town.linked(),
    await town.linked(),
    await town.someone({ role: 'system_administrator' }),
  ]
  const [byProvider, byPassword, administrator] = [await town.entered(who), town.visitor(), town.visitor()]
  await byPassword.signIn(who.username)
  await administrator.signIn(keeper.username)
  const before = await town.eventCount()
  expect((await administrator.call('POST', `/accounts/${who.id}/unlink`)).status).toBe(200)
  expect([(await byProvider.me()).status, (await byPassword.me()).status]).toEqual([401, 200])
  expect((await town.visitor().through('sign-in', who.there)).status).toBe(401)
  expect(said(await administrator.call('POST', `/accounts/${who.id}/unlink`))).toBe('CONFLICT')
  const own = await town.entered(second)
  await own.call('POST', '/session/proof', { password: 'correct horse' })
  expect((await own.call('DELETE', '/single-sign-on/link')).status).toBe(200)
  expect((await own.me()).status).toBe(200)
  const acts = (await town.newEvents(before)).filter(([kind]) => kind === 'act')
  expect(acts).toEqual([
    ['act', keeper.id, { what: 'provider unlinked', by: town.issuer }],
    ['act', second.id, expect.objectContaining({ what: 'proved again' })],
    ['act', second.id, { what: 'provider unlinked', by: town.issuer }],
  ])
})

test('an own second factor is asked for, unless the provider says that it saw two', async () => {
  const who = await town.linked()
  const at = town.visitor()
  await at.signIn(who.username)
  const { secret } = (await at.call('POST', '/second-factor')).body as { secret: string }
  const codeOf = (later = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + later * 30_000 })
  expect((await at.call('POST', '/second-factor/confirm', { code: codeOf() })).status).toBe(200)
  const before = await town.eventCount()
  const next = town.visitor()
  const wanting = await next.through('sign-in', who.there)
  expect([wanting.status, detailsOf(wanting)]).toEqual([401, { secondFactor: 'needed' }])
  expect((await next.me()).status).toBe(401)
  const withCode = (code: string) => next.call('POST', '/single-sign-on/sign-in', { code })
  expect(detailsOf(await withCode('000000'))).toEqual({ secondFactor: 'wrong' })
  expect((await withCode(codeOf(1))).status).toBe(200)
  expect((await next.me()).body).toMatchObject({ id: who.id, secondFactor: true })
  expect(await town.newEvents(before)).toEqual([
    ['sign_in_failed', who.id, { by: town.issuer }],
    ['sign_in', who.id, { by: town.issuer }],
  ])
  for (const says of [{ amr: ['pwd', 'otp'] }, { acr: 'urn:two' }]) {
    town.provider.says = says
    await town.entered(who)
  }
  for (const says of [{ amr: ['pwd'] }, { acr: 'urn:one' }, { amr: ['urn:two'] }]) {
    town.provider.says = says
    expect(detailsOf(await town.visitor().through('sign-in', who.there))).toEqual({ secondFactor: 'needed' })
  }
})

test('the step that asks for a code is taken once, with a code, and while factor and link stand', async () => {
  const who = await town.linked()
  const own = town.visitor()
  await own.signIn(who.username)
  const { secret } = (await own.call('POST', '/second-factor')).body as { secret: string }
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
  const { body } = await own.call('POST', '/second-factor/confirm', { code })
  const codes = body['recoveryCodes'] as string[]
  const name = 'xiaoma_single_sign_on'
  const awaiting = async () => {
    const at = town.visitor()
    expect(detailsOf(await at.through('sign-in', who.there))).toEqual({ secondFactor: 'needed' })
    const kept = at.cookies().get(name) ?? ''
    const bring = (input: object) => {
      at.cookies().set(name, kept)
      return at.call('POST', '/single-sign-on/sign-in', input)
    }
    return { at, bring }
  }
  const { at, bring } = await awaiting()
  expect((await bring({})).status).toBe(422)
  expect(at.cookies().has(name)).toBe(false)
  expect((await bring({ code: codes[0] })).status).toBe(200)
  expect((await bring({ code: codes[1] })).status).toBe(422)

  const [unlinked, without] = [await awaiting(), await awaiting()]
  const { pool } = town.shelf.database
  const { rows } = await pool.query('delete from access.linked_subject where account_id = $1 returning *', [
    who.id,
  ])
  expect((await unlinked.bring({ code: codes[3] })).status).toBe(422)
  await pool.query(
    'insert into access.linked_subject select * from json_populate_record(null::access.linked_subject, $1)',
    [JSON.stringify(rows[0])],
  )
  await town.shelf.accounts.secondFactors.remove(who.id, 'second factor reset')
  for (const input of [{}, { code: codes[4] }])
    expect((await without.bring(input)).status).toBeGreaterThanOrEqual(400)
  expect((await without.at.me()).status).toBe(401)
})

test('where the link is undone between the provider’s answer and the session, no session is left', async () => {
  const who = await town.linked()
  const { accounts } = town.shelf
  const by = { issuer: town.issuer, subject: who.there }
  const enter = (subject = who.there) =>
    accounts.signInByProvider(
      who.id,
      { ip: '', userAgent: '' },
      { by: { ...by, subject }, twoFactors: false, at: null },
      { given: undefined, takeStep: null },
    )
  expect(await enter()).not.toBeNull()
  expect(await enter('somebody-else')).toBeNull()
  const { pool } = town.shelf.database
  let entering: ReturnType<typeof enter> | undefined
  // Somebody enters after the sessions were ended, and before the undoing is done.
  const endOthers: typeof accounts.sessions.endOthers = async (...asked) => {
    const ended = await accounts.sessions.endOthers(...asked)
    let entered = false
    entering = enter().finally(() => (entered = true))
    const waits = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    while (!entered && (await pool.query(waits)).rowCount === 0);
    return ended
  }
  await unlink(town.shelf.database, { ...accounts.sessions, endOthers }, who.id, {})
  expect(await entering).toBeNull()
  const left = await pool.query('select from access.session where account_id = $1 and provider is not null', [
    who.id,
  ])
  expect(left.rowCount).toBe(0)
})

test('one wrong code counts once against the address', async () => {
  const own = await openTown()
  const who = await own.linked()
  const at = own.visitor()
  await at.signIn(who.username)
  const { secret } = (await at.call('POST', '/second-factor')).body as { secret: string }
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
  await at.call('POST', '/second-factor/confirm', { code })
  const next = own.visitor()
  await next.through('sign-in', who.there)
  for (let n = 0; n < 29; n += 1)
    await own.visitor().call('POST', '/single-sign-on/sign-in', { answer: '?code=x' })
  const bring = () => next.call('POST', '/single-sign-on/sign-in', { code: '111111' })
  expect([(await bring()).status, (await bring()).status]).toEqual([401, 429])
  await own.close()
})

test('wrong codes behind the provider lock the name as wrong passwords do', async () => {
  const who = await town.linked()
  const at = town.visitor()
  await at.signIn(who.username)
  const { secret } = (await at.call('POST', '/second-factor')).body as { secret: string }
  const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate()
  await at.call('POST', '/second-factor/confirm', { code: code() })
  const next = town.visitor()
  await next.through('sign-in', who.there)
  for (let n = 0; n < 5; n += 1)
    expect((await next.call('POST', '/single-sign-on/sign-in', { code: '111111' })).status).toBe(401)
  expect((await next.call('POST', '/single-sign-on/sign-in', { code: '111111' })).status).toBe(429)
  expect((await town.visitor().signIn(who.username)).status).toBe(429)
})

test('the office’s demand for a second factor holds, and a provider that saw two meets it', async () => {
  const chief = await town.linked({ role: 'security_administrator', office: 2 })
  await town.shelf.database.pool.query(
    `insert into access.setting (office_id, second_factor, sessions_per_account) values (2, 'all', 2)`,
  )
  const one = await town.entered(chief)
  expect((await one.me()).body).toMatchObject({ secondFactorRequired: true, secondFactor: false })
  expect(said(await one.call('GET', '/access-policy'))).toBe('FORBIDDEN')
  town.provider.says = { amr: ['pwd', 'otp'] }
  const two = await town.entered(chief)
  expect((await two.me()).body).toMatchObject({ secondFactorRequired: false, secondFactorAsked: true })
  expect((await two.call('GET', '/access-policy')).status).toBe(200)
  // An own one that the office asks for is not removed either in a session that needs none.
  const { secret } = (await two.call('POST', '/second-factor')).body as { secret: string }
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
  expect((await two.call('POST', '/second-factor/confirm', { code })).status).toBe(200)
  const removal = await two.call('DELETE', '/second-factor')
  expect([removal.status, JSON.stringify(removal.body)]).toEqual([
    403,
    expect.stringContaining('second factor'),
  ])
  await town.shelf.accounts.secondFactors.remove(chief.id, 'second factor reset')
  // The session limit holds alike: the oldest ends.
  await town.entered(chief)
  await town.entered(chief)
  expect([(await one.me()).status, (await two.me()).status]).toEqual([401, 401])
})

test('without a role nothing is seen; a one-time password is to be changed first', async () => {
  const bare = await town.linked({ role: '' })
  const at = await town.entered(bare)
  expect((await at.me()).body).toMatchObject({ permissions: [] })
  expect((await at.call('GET', '/shelf')).status).toBe(403)
  const who = await town.linked()
  await town.shelf.accounts.setPassword(who.id, 'a one-time password')
  const again = await town.entered(who)
  expect((await again.me()).body).toMatchObject({ mustChangePassword: true })
  expect((await again.call('GET', '/shelf')).status).toBe(403)
})

test('a proof anew is a sign-in anew: what the provider remembers of before proves nothing', async () => {
  const who = await town.linked({ role: 'system_administrator' })
  const at = await town.entered(who)
  await town.age(who.id, 11)
  const act = () => at.call('DELETE', '/single-sign-on/link')
  expect(detailsOf(await act())).toMatchObject({ proveAgain: true })
  const before = await town.eventCount()
  const address = new URL(await at.begin('proof'))
  expect([address.searchParams.get('prompt'), address.searchParams.get('max_age')]).toEqual(['login', '0'])
  const former = at.cookies().get('xiaoma_session')
  // Without the demand the provider answers at once, by what it remembers: seen by the time that it names.
  town.provider.twist = (claims) => ({ ...claims, auth_time: Number(claims['auth_time']) - 120 })
  expect(said(await at.through('proof', who.there))).toBe('INVALID')
  town.provider.twist = ({ auth_time: _gone, ...claims }) => claims
  expect(said(await at.through('proof', who.there))).toBe('INVALID')
  town.provider.twist = null
  expect(said(await at.through('proof', 'somebody-else'))).toBe('INVALID')
  expect(detailsOf(await act())).toMatchObject({ proveAgain: true })
  expect((await at.through('proof', who.there)).status).toBe(200)
  expect(at.cookies().get('xiaoma_session')).not.toBe(former)
  expect(await town.newEvents(before)).toEqual(
    [
      ['refused', who.id, {}],
      ['sign_in_failed', who.id, town.why('not proved anew')],
      ['sign_in_failed', who.id, town.why('not proved anew')],
      ['sign_in_failed', who.id, town.why('not the one linked')],
      ['refused', who.id, {}],
      ['act', who.id, { what: 'proved again', by: town.issuer }],
    ].slice(1),
  )
  expect((await act()).status).toBe(200)
})

test('a sign-in by what the provider remembers is no proof of now', async () => {
  const who = await town.linked({ role: 'system_administrator' })
  town.provider.twist = (claims) => ({ ...claims, auth_time: Number(claims['auth_time']) - 11 * 60 })
  const old = await town.entered(who)
  expect(detailsOf(await old.call('DELETE', '/single-sign-on/link'))).toMatchObject({ proveAgain: true })
  town.provider.twist = ({ auth_time: _gone, ...claims }) => claims
  const silent = await town.entered(who)
  expect(detailsOf(await silent.call('DELETE', '/single-sign-on/link'))).toMatchObject({ proveAgain: true })
  town.provider.twist = null
  const now = await town.entered(who)
  expect((await now.call('DELETE', '/single-sign-on/link')).status).toBe(200)
})

test('what the provider remembers of a browser signs in, and is no proof; a proof has it ask again', async () => {
  const who = await town.linked({ role: 'system_administrator' })
  const at = town.visitor()
  await at.atProvider(await at.begin('sign-in'), who.there)
  // Nobody types a name: the provider answers by itself.
  const finish = async (what: 'sign-in' | 'proof', name: string) => {
    const answer = await at.atProvider(await at.begin(what), name, true)
    return await at.call('POST', `/single-sign-on/${what}`, { answer })
  }
  expect(await finish('sign-in', 'nobody types this')).toMatchObject({ status: 200, body: { id: who.id } })
  await town.age(who.id, 11)
  expect((await finish('proof', who.there)).status).toBe(200)
  expect((await at.call('DELETE', '/single-sign-on/link')).status).toBe(200)
})

test('a demonstration account is linked to nobody', async () => {
  const who = await town.someone({ office: 2 })
  await town.shelf.database.pool.query('update access.account set published = true where id = $1', [who.id])
  await town.shelf.database.pool.query(
    `insert into access.setting (office_id, demo) values (2, true) on conflict (office_id) do update set demo = true`,
  )
  const at = town.visitor()
  await at.signIn(who.username)
  expect(said(await at.call('POST', '/single-sign-on/link/begin'))).toBe('FORBIDDEN')
})

test('thirty answers that are not taken lock the address', async () => {
  const own = await openTown()
  const bring = () => own.visitor().call('POST', '/single-sign-on/sign-in', { answer: '?code=x' })
  for (let n = 0; n < 30; n += 1) expect((await bring()).status).toBe(422)
  const before = await own.eventCount()
  expect((await bring()).status).toBe(429)
  expect(await own.newEvents(before)).toEqual([['refused', 'unknown', { locked: true }]])
  await own.close()
})
