import { expect, it } from 'vitest'
import { securityTxt } from '@/lib/http/security-txt'

const now = new Date('2026-11-23T06:30:00.000Z')

it('says whom to tell, and for how long that is true', () => {
  expect(securityTxt({ appUrl: 'https://linnet.example', contact: 'https://linnet.example/report', now })).toBe(
    [
      'Contact: https://linnet.example/report',
      'Expires: 2027-02-22T00:00:00.000Z',
      'Preferred-Languages: en',
      'Canonical: https://linnet.example/.well-known/security.txt',
      '',
    ].join('\n'),
  )
})

it('names the mailbox that each domain is to have where the owner names nobody', () => {
  expect(securityTxt({ appUrl: 'https://linnet.example:8443', now })).toMatch(/^Contact: mailto:security@linnet\.example\n/)
})
