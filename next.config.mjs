/** @type {import('next').NextConfig} */
export default {
  // The tests build into a folder of their own, so that they never disturb a running app.
  distDir: process.env.LINNET_DIST_DIR || '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['@node-rs/argon2', 'pino', '@zxcvbn-ts/language-common'],
}
