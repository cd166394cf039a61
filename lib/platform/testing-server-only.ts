// Next's `server-only` throws outside of its bundler; tests are the server.
export {}
