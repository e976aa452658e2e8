# A team server. The store lies in /data: mount a local disk there, not a network share.
FROM node:22-bookworm-slim AS build
# The release of Debian is fixed above; a fixed version of a package would be gone with its next security update.
# hadolint ignore=DL3008
RUN apt-get update && apt-get install -y --no-install-recommends g++ make python3 git && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:22-bookworm-slim
# hadolint ignore=DL3008
RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/data ./data
RUN mkdir /data && chown node:node /data
# The image's user "node", by the number that a host can check.
USER 1000
ENV HONE_HOME=/data
VOLUME /data
EXPOSE 4663
HEALTHCHECK CMD ["node", "-e", "fetch('http://127.0.0.1:4663/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/main.js"]
CMD ["serve", "--http", "--host", "0.0.0.0"]
