/** The people of the demo, whom the seed signs up and the tests borrow. */
export const CAST = {
  ada: {
    username: 'ada',
    name: 'Ada Finch',
    bio: 'Counts birds and bits. Keeper of this demo.',
    location: 'Bristol',
    website: 'https://linnet.example/ada',
  },
  mei: { username: 'mei', name: '林 美', bio: '写真と散歩。Walks, photographs, noodles.', location: '台北', website: null },
  yusuf: { username: 'yusuf', name: 'يوسف', bio: 'خبّاز وقارئ. I bake before sunrise.', location: 'القاهرة', website: null },
  ines: {
    username: 'ines',
    name: 'Inés Ñandú',
    bio: 'Guardaparque. Anillo pájaros y escribo poco.',
    location: 'Rosario',
    website: 'https://linnet.example/ines',
  },
  olek: { username: 'olek', name: 'Олек', bio: 'Ремонтую велосипеди.', location: 'Львів', website: null },
  tui: { username: 'tui', name: 'Tūī 🐦', bio: 'Loud at dawn.', location: 'Aotearoa', website: null },
} as const

export type CastMember = keyof typeof CAST

/** Everybody's password in the demo. */
export const DEMO_PASSWORD = 'linnet-demo'

/** With whom a newcomer can sign in to look around. */
export const DEMO_SIGN_IN = { username: CAST.ada.username, password: DEMO_PASSWORD }
