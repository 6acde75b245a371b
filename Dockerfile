# Three images from one file (docs/deploy.md):
#   docker build -t linnet .                              the app
#   docker build -t linnet-tools --target tools .         migrations and the other commands of package.json
#   docker build -t linnet-pgbouncer --target pgbouncer . a pooler in transaction mode

FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# Nothing that a package would run at its installation is needed.
RUN npm ci --include=dev --include=optional --ignore-scripts --no-audit --no-fund

FROM packages AS tools
COPY . .
# Where the commands keep what they make.
RUN npx prisma generate && mkdir -p node_modules/.cache && chown -R node:node lib/generated node_modules/.cache
USER node
CMD ["npm", "run", "deploy:migrate"]

FROM packages AS build
COPY . .
ENV LINNET_STANDALONE=1 NEXT_TELEMETRY_DISABLED=1
RUN npm run build

FROM debian:12-slim AS pgbouncer
RUN apt-get update \
  && apt-get install -y --no-install-recommends 'pgbouncer=1.18.*' \
  && rm -rf /var/lib/apt/lists/*
COPY docker/pgbouncer.ini /etc/pgbouncer/pgbouncer.ini
USER postgres
EXPOSE 6432
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/6432"]
CMD ["pgbouncer", "/etc/pgbouncer/pgbouncer.ini"]

FROM node:24-slim AS app
WORKDIR /app
# Docker calls the machine's own name HOSTNAME; Next.js would listen there only.
ENV NODE_ENV=production HOSTNAME=0.0.0.0 PORT=3000 LINNET_DATA_DIR=/data
RUN install -d -o node -g node /data
COPY --from=build /app/.next/standalone ./
COPY --from=build /app/.next/static ./.next/static
COPY --from=build /app/public ./public
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server.js"]
