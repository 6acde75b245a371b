import acts from '@/messages/en/acts.json'
import appearance from '@/messages/en/appearance.json'
import auth from '@/messages/en/auth.json'
import authForms from '@/messages/en/authForms.json'
import browser from '@/messages/en/browser.json'
import composer from '@/messages/en/composer.json'
import errors from '@/messages/en/errors.json'
import explore from '@/messages/en/explore.json'
import gallery from '@/messages/en/gallery.json'
import hashtags from '@/messages/en/hashtags.json'
import layout from '@/messages/en/layout.json'
import mails from '@/messages/en/mails.json'
import moderation from '@/messages/en/moderation.json'
import moderationForms from '@/messages/en/moderationForms.json'
import notifications from '@/messages/en/notifications.json'
import peopleActs from '@/messages/en/peopleActs.json'
import search from '@/messages/en/search.json'
import searchBox from '@/messages/en/searchBox.json'
import settings from '@/messages/en/settings.json'
import settingsForms from '@/messages/en/settingsForms.json'
import told from '@/messages/en/told.json'
import tweets from '@/messages/en/tweets.json'
import users from '@/messages/en/users.json'

/** All that Linnet says in English, by areas. The other languages have the same areas and keys. */
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
