import { expect, it } from 'vitest'
import { inWords, networkOf, parseLimits } from '@/lib/limits'

it.each([
  ['off', 'off'],
  ['', {}],
  ['login=10/5m', { login: { points: 10, seconds: 300 } }],
  [' login = 10 / 5m , tweets=60/15m,', { login: { points: 10, seconds: 300 }, tweets: { points: 60, seconds: 900 } }],
  ['search=2/s', { search: { points: 2, seconds: 1 } }],
  ['signed-in=1/2h', { 'signed-in': { points: 1, seconds: 7_200 } }],
])('reads %j', (text, changes) => {
  expect(parseLimits(text)).toEqual(changes)
})

it.each([
  'on',
  'login',
  'login=',
  'login=0/1m',
  'login=1/0m',
  'login=-1/1m',
  'login=1/1d',
  'login=1.5/1m',
  'constructor=1/1m',
  'off,login=1/1m',
])('refuses %j and says why', (text) => {
  expect(() => parseLimits(text)).toThrow(/login=10\/5m|at least 1/)
})

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['', ''],
  ['::1', '0:0:0:0::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:DB8:0000:0001:ffff::', '2001:db8:0:1::/64'],
  ['2001:db8:0:1:2:3:4:5', '2001:db8:0:1::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['64:ff9b::192.0.2.1', '64:ff9b:0:0::/64'],
])('counts %j as %j', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

it.each([
  [1, '1 second'],
  [40, '40 seconds'],
  [60, '1 minute'],
  [61, '2 minutes'],
  [3_600, '1 hour'],
  [3_601, '2 hours'],
])('says %d seconds as %j', (seconds, words) => {
  expect(inWords(seconds)).toBe(words)
})
