import acts from '@/messages/ar/acts.json'
import appearance from '@/messages/ar/appearance.json'
import auth from '@/messages/ar/auth.json'
import authForms from '@/messages/ar/authForms.json'
import browser from '@/messages/ar/browser.json'
import composer from '@/messages/ar/composer.json'
import errors from '@/messages/ar/errors.json'
import explore from '@/messages/ar/explore.json'
import gallery from '@/messages/ar/gallery.json'
import hashtags from '@/messages/ar/hashtags.json'
import layout from '@/messages/ar/layout.json'
import mails from '@/messages/ar/mails.json'
import moderation from '@/messages/ar/moderation.json'
import moderationForms from '@/messages/ar/moderationForms.json'
import notifications from '@/messages/ar/notifications.json'
import peopleActs from '@/messages/ar/peopleActs.json'
import search from '@/messages/ar/search.json'
import searchBox from '@/messages/ar/searchBox.json'
import settings from '@/messages/ar/settings.json'
import settingsForms from '@/messages/ar/settingsForms.json'
import told from '@/messages/ar/told.json'
import tweets from '@/messages/ar/tweets.json'
import users from '@/messages/ar/users.json'

/** All that Linnet says in Arabic, by areas. */
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
