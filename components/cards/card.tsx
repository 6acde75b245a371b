import type { ReactNode } from 'react'

/** The size that readers of Open Graph expect. */
export const CARD = { width: 1200, height: 630 }

const COLOURS = { canvas: '#fffdfb', ink: '#1d1512', muted: '#6b5d57', accent: '#b3123f', line: '#e9e0da' }

type Props = { name: string; username: string; avatar: string | null; picture?: string | null; children?: ReactNode }

/** The image that a link becomes elsewhere: who, and what they say. For `next/og`, whose layout knows only flex boxes. */
export function Card({ name, username, avatar, picture = null, children }: Props) {
  return (
    <div
      style={{ display: 'flex', width: '100%', height: '100%', backgroundColor: COLOURS.canvas, color: COLOURS.ink, fontFamily: 'Geist' }}
    >
      <div style={{ display: 'flex', flexDirection: 'column', flexGrow: 1, flexBasis: 0, padding: 64 }}>
        <div style={{ display: 'flex', alignItems: 'center' }}>
          <Face name={name || username} avatar={avatar} />
          <div style={{ display: 'flex', flexDirection: 'column', marginLeft: 28 }}>
            {name && <div style={{ display: 'flex', fontSize: 40, fontWeight: 700 }}>{shortened(name, 28)}</div>}
            <div style={{ display: 'flex', fontSize: 32, color: COLOURS.muted }}>@{username}</div>
          </div>
        </div>
        <div style={{ display: 'flex', flexDirection: 'column', flexGrow: 1, justifyContent: 'center' }}>{children}</div>
        <Wordmark />
      </div>
      {picture && <img src={picture} alt="" width={480} height={CARD.height} />}
    </div>
  )
}

/** What somebody wrote; smaller the longer it is. */
export function CardText({ children, narrow = false }: { children: string; narrow?: boolean }) {
  const size = children.length < 70 ? 60 : children.length < 140 ? 48 : 40
  return <div style={{ display: 'flex', fontSize: narrow ? size * 0.75 : size, lineHeight: 1.3, wordBreak: 'break-word' }}>{children}</div>
}

function Face({ name, avatar }: { name: string; avatar: string | null }) {
  const size = 112
  if (avatar) return <img src={avatar} alt="" width={size} height={size} style={{ borderRadius: size }} />
  return (
    <div
      style={{
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'center',
        width: size,
        height: size,
        borderRadius: size,
        backgroundColor: COLOURS.accent,
        color: 'white',
        fontSize: 52,
        fontWeight: 700,
      }}
    >
      {name.charAt(0).toUpperCase()}
    </div>
  )
}

function Wordmark() {
  return (
    <div
      style={{
        display: 'flex',
        alignItems: 'center',
        borderTop: `2px solid ${COLOURS.line}`,
        paddingTop: 28,
        fontSize: 32,
        fontWeight: 700,
      }}
    >
      <svg width={44} height={44} viewBox="0 0 32 32" role="presentation">
        <path
          fill={COLOURS.ink}
          d="M19 5a9 9 0 0 1 8.6 6.3l3.4 1.5a.6.6 0 0 1 0 1.1l-3 1.3A9.6 9.6 0 0 1 18.4 25H1.9a.7.7 0 0 1-.5-1.2l9.2-9.6A9 9 0 0 1 19 5Z"
        />
        <path fill={COLOURS.accent} d="M27.9 15.4A9.6 9.6 0 0 1 18.4 25h-1.9a9.6 9.6 0 0 1 9.6-9.6Z" />
        <circle cx="21.6" cy="11.2" r="1.5" fill={COLOURS.canvas} />
      </svg>
      <div style={{ display: 'flex', marginLeft: 14 }}>Linnet</div>
    </div>
  )
}

function shortened(text: string, max: number): string {
  const characters = [...text]
  return characters.length > max ? `${characters.slice(0, max - 1).join('')}…` : text
}
