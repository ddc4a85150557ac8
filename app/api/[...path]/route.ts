import { serveNothing } from '../../serve-api/serve-api'

/** Addresses of the interface where there is nothing. */
export {
  serveNothing as GET,
  serveNothing as POST,
  serveNothing as PUT,
  serveNothing as DELETE,
  serveNothing as PATCH,
}
