import acts from '@/messages/de/acts.json'
import appearance from '@/messages/de/appearance.json'
import auth from '@/messages/de/auth.json'
import authForms from '@/messages/de/authForms.json'
import browser from '@/messages/de/browser.json'
import composer from '@/messages/de/composer.json'
import errors from '@/messages/de/errors.json'
import explore from '@/messages/de/explore.json'
import gallery from '@/messages/de/gallery.json'
import hashtags from '@/messages/de/hashtags.json'
import layout from '@/messages/de/layout.json'
import mails from '@/messages/de/mails.json'
import moderation from '@/messages/de/moderation.json'
import moderationForms from '@/messages/de/moderationForms.json'
import notifications from '@/messages/de/notifications.json'
import peopleActs from '@/messages/de/peopleActs.json'
import search from '@/messages/de/search.json'
import searchBox from '@/messages/de/searchBox.json'
import settings from '@/messages/de/settings.json'
import settingsForms from '@/messages/de/settingsForms.json'
import told from '@/messages/de/told.json'
import tweets from '@/messages/de/tweets.json'
import users from '@/messages/de/users.json'

/** All that Linnet says in German, by areas. */
export default {
  acts,
  appearance,
  auth,
  authForms,
  browser,
  composer,
  errors,
  explore,
  gallery,
  hashtags,
  layout,
  mails,
  moderation,
  moderationForms,
  notifications,
  peopleActs,
  search,
  searchBox,
  settings,
  settingsForms,
  told,
  tweets,
  users,
}
