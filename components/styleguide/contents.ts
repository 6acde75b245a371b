import type { ComponentType } from 'react'
import { Composers, Counters, Outboxes } from '@/components/styleguide/composed/composing'
import { HashtagHeaders, Hashtags } from '@/components/styleguide/composed/hashtags'
import { Conversations, Quotes, TweetImages } from '@/components/styleguide/composed/inside-tweets'
import { Failures, PageHeaders } from '@/components/styleguide/composed/pages'
import { Profiles, UserCards } from '@/components/styleguide/composed/people'
import { Notifications, Reports } from '@/components/styleguide/composed/told'
import { Focus, TweetStates, TweetTexts } from '@/components/styleguide/composed/tweets'
import { Buttons } from '@/components/styleguide/pieces/buttons'
import { Fields, Notices } from '@/components/styleguide/pieces/fields'
import { EmptyStates, Menus, Panels, TabBars } from '@/components/styleguide/pieces/holders'
import { Announcers, Dialogs, OptionLists } from '@/components/styleguide/pieces/moving'
import { Avatars, Figures, Icons } from '@/components/styleguide/pieces/small'
import { Accents } from '@/components/styleguide/tokens/accents'
import { Colours, Plumage } from '@/components/styleguide/tokens/colours'
import { Shape, Space, Type } from '@/components/styleguide/tokens/scales'

/** One thing to show, and which files it is written in, from the first's folder on. */
type Part = { title: string; from: string; Shown: ComponentType }

/** What the style guide shows, in its order. */
export const CONTENTS: { title: string; parts: Part[] }[] = [
  {
    title: 'What it is made of',
    parts: [
      { title: 'Colour', from: 'app/globals.css, tailwind.config.ts', Shown: Colours },
      { title: 'Accents', from: 'app/globals.css', Shown: Accents },
      { title: 'Plumage', from: 'tailwind.config.ts', Shown: Plumage },
      { title: 'Type', from: 'tailwind.config.ts, app/fonts.ts', Shown: Type },
      { title: 'Space', from: 'tailwind.config.ts', Shown: Space },
      { title: 'Shape', from: 'docs/design.md', Shown: Shape },
    ],
  },
  {
    title: 'Pieces',
    parts: [
      { title: 'Button', from: 'components/ui/button.tsx', Shown: Buttons },
      { title: 'Field', from: 'components/ui/field.tsx', Shown: Fields },
      { title: 'Option list', from: 'components/ui/option-list.tsx, use-combobox.ts', Shown: OptionLists },
      { title: 'Notice', from: 'components/ui/notice.tsx', Shown: Notices },
      { title: 'Announcer', from: 'components/ui/announcer.tsx', Shown: Announcers },
      { title: 'Confirm dialog', from: 'components/ui/confirm-dialog.tsx', Shown: Dialogs },
      { title: 'Menu', from: 'components/ui/menu.tsx, menu-link.tsx', Shown: Menus },
      { title: 'Tabs', from: 'components/ui/tabs.tsx, nav-link.tsx', Shown: TabBars },
      { title: 'Panel', from: 'components/ui/panel.tsx', Shown: Panels },
      { title: 'Empty state', from: 'components/ui/empty-state.tsx', Shown: EmptyStates },
      { title: 'Avatar', from: 'components/ui/avatar.tsx', Shown: Avatars },
      { title: 'Count and time', from: 'components/ui/count.tsx, time.tsx, moment.ts', Shown: Figures },
      { title: 'Icon', from: 'components/ui/icon.tsx', Shown: Icons },
    ],
  },
  {
    title: 'Tweets',
    parts: [
      { title: 'What a tweet says', from: 'components/tweets/tweet-card.tsx, tweet-text.tsx', Shown: TweetTexts },
      { title: 'Its states', from: 'components/tweets/tweet-card.tsx, why-here.tsx, tweet-actions.tsx', Shown: TweetStates },
      { title: 'Images', from: 'components/media/media-grid.tsx, layout.ts', Shown: TweetImages },
      { title: 'Quotes', from: 'components/tweets/quote-card.tsx', Shown: Quotes },
      { title: 'Conversations', from: 'components/tweets/tweet-card.tsx, deleted-tweet.tsx', Shown: Conversations },
      { title: 'What a page is about', from: 'components/tweets/tweet-focus.tsx, tallies.tsx', Shown: Focus },
      { title: 'Composer', from: 'components/tweets/composer-panel.tsx, composer.tsx, tweet-input.tsx', Shown: Composers },
      { title: 'Counter', from: 'components/tweets/counter.tsx', Shown: Counters },
      { title: 'Waiting for the line', from: 'components/offline/waiting-tweet.tsx', Shown: Outboxes },
    ],
  },
  {
    title: 'Everything else',
    parts: [
      { title: 'User card', from: 'components/users/user-card.tsx, follow-control.tsx, follows-you.tsx', Shown: UserCards },
      { title: 'Profile', from: 'components/users/profile-header.tsx, standing.tsx', Shown: Profiles },
      { title: 'Hashtag lists', from: 'components/hashtags/trend-list.tsx, hashtag-list.tsx', Shown: Hashtags },
      { title: 'Hashtag header', from: 'components/hashtags/hashtag-header.tsx, week.tsx', Shown: HashtagHeaders },
      { title: 'Notifications', from: 'components/notifications/notification-list.tsx, notification-card.tsx', Shown: Notifications },
      { title: 'Reports', from: 'components/reports/report-card.tsx, resolve-form.tsx', Shown: Reports },
      { title: 'Page header', from: 'components/layout/page-header.tsx, back-link.tsx, wordmark.tsx', Shown: PageHeaders },
      { title: 'In place of a page', from: 'components/layout/lost.tsx, failed.tsx, stale-link.tsx', Shown: Failures },
    ],
  },
]
