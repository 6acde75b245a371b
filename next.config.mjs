import { OWN_HEADERS, SITE_HEADERS, WORKER_HEADERS } from './lib/http/site-headers.mjs'

const listed = (headers) => Object.entries(headers).map(([key, value]) => ({ key, value }))

/** @type {import('next').NextConfig} */
export default {
  // The tests build into a folder of their own, so that they never disturb a running app.
  distDir: process.env.LINNET_DIST_DIR || '.next',
  // Also makes a folder that runs by itself, for containers; asked for only at the build, since `next start` needs none and warns of it.
  ...(process.env.LINNET_STANDALONE === '1' && { output: 'standalone' }),
  poweredByHeader: false,
  reactStrictMode: true,
  // Images are made in all their sizes when they are uploaded; nobody has the server make others.
  images: { unoptimized: true },
  // Without JavaScript a form brings up to four images of 4 MiB at once; the text beside them needs little.
  experimental: {
    serverActions: { bodySizeLimit: '17mb' },
    proxyClientMaxBodySize: '17mb',
    // Fewer and larger chunks, which compress better: a page is a few kB of its own beside the framework.
    turbopackChunking: { minChunkSize: 120_000, firstPageLoadPriority: 0.9 },
  },
  // As people write addresses who come from elsewhere.
  redirects: async () => [{ source: '/@:username(\\w{3,20})/:rest*', destination: '/:username/:rest*', permanent: true }],
  headers: async () => [
    { source: '/:path*', headers: listed(SITE_HEADERS) },
    { source: '/sw.js', headers: listed(WORKER_HEADERS) },
    // What other sites may show are images: those of tweets, and cards (https://ogp.me).
    { source: '/:path((?!media/|cards/|opengraph.png).*)', headers: listed(OWN_HEADERS) },
  ],
  outputFileTracingIncludes: { '/cards/**': ['node_modules/geist/dist/fonts/geist-sans/Geist-{Regular,Bold}.ttf'] },
  serverExternalPackages: ['@node-rs/argon2', 'pino', 'prom-client', '@zxcvbn-ts/language-common'],
}
