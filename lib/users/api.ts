import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { changeEmailInput } from '@/lib/emails/schema'
import { operation } from '@/lib/http/operation'
import { pageOf, pageParams } from '@/lib/page'
import { changePasswordInput } from '@/lib/passwords/schema'
import { tweetsOfParams, tweetView } from '@/lib/tweets/schema'
import { deleteAccountInput, meView, profileInput, signUpInput, userView } from '@/lib/users/schema'

export const usernamePath = z.object({ username: z.string().meta({ description: 'In any case.', example: 'ada' }) })

const tag = 'Users'

export const userPaths: ZodOpenApiPathsObject = {
  '/api/users': {
    post: operation({ summary: 'Sign up', tag, who: 'anybody', body: signUpInput, returns: meView, status: 201, errors: ['conflict'] }),
  },
  '/api/users/me': {
    get: operation({ summary: 'Who I am', tag, who: 'signed in', returns: meView }),
    patch: operation({ summary: 'Edit my profile', tag, who: 'signed in', body: profileInput, returns: meView }),
    delete: operation({
      summary: 'Delete my account',
      tag,
      who: 'signed in',
      body: deleteAccountInput,
      status: 204,
      errors: ['forbidden'],
    }),
  },
  '/api/users/me/password': {
    post: operation({
      summary: 'Change my password; every other session ends',
      tag,
      who: 'signed in',
      body: changePasswordInput,
      status: 204,
      errors: ['forbidden'],
    }),
  },
  '/api/users/me/email': {
    post: operation({
      summary: 'Change my email address, once the link that is mailed to it is opened',
      tag,
      who: 'signed in',
      body: changeEmailInput,
      status: 204,
      errors: ['forbidden'],
    }),
  },
  '/api/users/me/verify-email': {
    post: operation({ summary: 'Have the link mailed again by which I show that my address is mine', tag, who: 'signed in', status: 204 }),
  },
  '/api/users/{username}': {
    get: operation({ summary: 'A person', tag, who: 'either', path: usernamePath, returns: userView }),
  },
  '/api/users/{username}/tweets': {
    get: operation({
      summary: 'What they wrote',
      tag,
      who: 'either',
      path: usernamePath,
      query: tweetsOfParams,
      returns: pageOf(tweetView),
    }),
  },
  '/api/users/{username}/followers': {
    get: operation({ summary: 'Who follows them', tag, who: 'either', path: usernamePath, query: pageParams, returns: pageOf(userView) }),
  },
  '/api/users/{username}/following': {
    get: operation({ summary: 'Whom they follow', tag, who: 'either', path: usernamePath, query: pageParams, returns: pageOf(userView) }),
  },
  '/api/users/me/bookmarks': {
    get: operation({ summary: 'Tweets that I keep', tag, who: 'signed in', query: pageParams, returns: pageOf(tweetView) }),
  },
  '/api/users/me/blocks': {
    get: operation({ summary: 'Whom I block', tag, who: 'signed in', query: pageParams, returns: pageOf(userView) }),
  },
  '/api/users/me/mutes': {
    get: operation({ summary: 'Whom I mute', tag, who: 'signed in', query: pageParams, returns: pageOf(userView) }),
  },
}
