/** @type {import('next').NextConfig} */
export default {
  // The tests build into a folder of their own, so that they never disturb a running app.
  distDir: process.env.LINNET_DIST_DIR || '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // Without JavaScript a form brings up to four images of 4 MiB at once; the text beside them needs little.
  experimental: { serverActions: { bodySizeLimit: '17mb' }, proxyClientMaxBodySize: '17mb' },
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'X-Frame-Options', value: 'DENY' },
        { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
      ],
    },
  ],
  outputFileTracingIncludes: { '/cards/**': ['node_modules/geist/dist/fonts/geist-sans/Geist-{Regular,Bold}.ttf'] },
  serverExternalPackages: ['@node-rs/argon2', 'pino', '@zxcvbn-ts/language-common'],
}
