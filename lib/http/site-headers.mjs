/** What no page of ours needs (https://www.w3.org/TR/permissions-policy/); photographs come from a file field, which asks by itself. */
const UNUSED = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
  'xr-spatial-tracking',
]

/** The headers of every answer. */
export const SITE_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': UNUSED.map((feature) => `${feature}=()`).join(', '),
}

/** The headers of what other sites may not show: all but images. */
export const OWN_HEADERS = { 'Cross-Origin-Resource-Policy': 'same-origin' }

/** The headers of the service worker: it asks us and nobody else, and a browser looks each time whether there is a newer one. */
export const WORKER_HEADERS = {
  'Cache-Control': 'no-cache',
  'Content-Security-Policy': "default-src 'none'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
}
