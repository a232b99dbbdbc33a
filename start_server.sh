#!/usr/bin/env bash
# Starts the server, for those who know the original: the same settings (WEBSOCKET_HOST, WEBSOCKET_PORT, …), the same port.
set -euo pipefail
cd "$(dirname "$0")"
exec node scripts/with-bun.mjs run server
